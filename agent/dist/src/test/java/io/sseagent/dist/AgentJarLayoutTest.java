package io.sseagent.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of the jar that other loaders, other agents and the start-up rely on. */
class AgentJarLayoutTest {
    private static final int JAVA_8 = 52;
    private static final long MAX_BYTES = 8_000_000;
    private static final String FOLDER = "sse-agent/";
    private static final String SHADED = FOLDER + "io/sseagent/shaded/";
    private static final String JSON_READER = SHADED + "gson/stream/JsonReader.classdata";
    /** Public for the agent alone: no advice names them, so that no start has to load them. */
    private static final String FOR_THE_AGENT = "io/sseagent/bootstrap/(Work.*|StartedWork|ServerNumber)";

    private static final int MOST_ENTRIES = 1100;
    /** Folders of the agent, and what META-INF/NOTICE calls each library in the others. */
    private static final List<String> OWN =
            List.of("core", "prometheus", "otel", "console", "tooling", "launcher", "instrumentation");

    private static final List<List<String>> LIBRARIES = List.of(
            List.of("io/sseagent/shaded/bytebuddy/", "Byte Buddy"),
            List.of("io/sseagent/shaded/bytebuddy/jar/asm/", "ASM"),
            List.of("io/prometheus/metrics/", "Prometheus"),
            List.of("io/prometheus/metrics/shaded/com_google_protobuf", "Protocol Buffers"),
            List.of("io/opentelemetry/", "OpenTelemetry"),
            List.of("io/sseagent/shaded/gson/", "Gson"),
            List.of("io/sseagent/shaded/hdrhistogram/", "HdrHistogram"));

    private JarFile jar;
    private List<JarEntry> entries;
    /** By the name that the agent's loader asks for, what lies in the zips of libraries included. */
    private Map<String, byte[]> classes;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(AgentJarFile.PATH.toFile());
        entries = Collections.list(jar.entries());
        classes = seldomRead();
        for (JarEntry entry : entries) {
            if (entry.getName().endsWith(".class") || entry.getName().endsWith(".classdata")) {
                assertThat(classes.put(entry.getName(), bytes(entry)))
                        .as(entry.getName())
                        .isNull();
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void the_top_level_is_premain_bootstrap_and_meta_inf() {
        assertThat(names(name -> !name.startsWith(FOLDER)))
                .allMatch(name -> name.matches("io/sseagent/(premain|bootstrap)/[^/]+\\.class")
                        || name.matches("META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|licenses/[^/]+\\.txt)"))
                .contains("io/sseagent/premain/AgentMain.class", "io/sseagent/bootstrap/SseStreams.class");
    }

    @Test
    void no_other_loader_finds_a_class_below_the_folder() {
        assertThat(names(name -> name.startsWith(FOLDER) && name.endsWith(".class")))
                .isEmpty();
        assertThat(names(name -> name.startsWith(FOLDER + "io/sseagent/premain/")))
                .isEmpty();
        assertThat(names(name -> name.startsWith(FOLDER + "io/sseagent/bootstrap/")))
                .isEmpty();
        assertThat(names(name -> name.equals(FOLDER + "io/sseagent/launcher/Launcher.classdata")))
                .hasSize(1);
    }

    @Test
    void every_package_is_the_agents_or_a_known_library() {
        List<String> known = LIBRARIES.stream().map(library -> library.get(0)).collect(Collectors.toList());
        OWN.forEach(name -> known.add("io/sseagent/" + name + "/"));

        assertThat(packages()).allMatch(name -> known.stream().anyMatch(name::startsWith));
    }

    @Test
    void the_notice_names_the_bundled_libraries_and_no_others() throws IOException {
        String notice = text("META-INF/NOTICE");

        for (List<String> library : LIBRARIES) {
            boolean bundled = packages().stream().anyMatch(name -> name.startsWith(library.get(0)));
            assertThat(notice.contains(library.get(1))).as(library.get(1)).isEqualTo(bundled);
        }
        assertThat(notice.lines().filter(line -> line.contains("licenses/")).map(String::trim))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(jar.getEntry(file)).isNotNull());
        assertThat(text("META-INF/LICENSE")).contains("Apache License");
    }

    @Test
    void no_class_speaks_to_byte_buddy_under_its_own_name() {
        classes.forEach((name, bytes) -> assertThat(new String(bytes, ISO_8859_1).contains("Lnet/bytebuddy/"))
                .as(name)
                .isFalse());
    }

    /** Or else woven code may look for it in vain: a loader is asked for these before. */
    @Test
    void whether_a_loader_sees_the_bridge_is_asked_of_all_that_advice_may_call() throws Exception {
        String asked = new String(classes.get(FOLDER + "io/sseagent/tooling/BridgeVisibility.classdata"), ISO_8859_1);
        int called = 0;
        try (URLClassLoader bridge =
                new URLClassLoader(new URL[] {AgentJarFile.PATH.toUri().toURL()}, null)) {
            for (String name : names(entry -> entry.startsWith("io/sseagent/bootstrap/"))) {
                String type = name.substring(0, name.lastIndexOf('.'));
                boolean ofAdvice = !type.matches(FOR_THE_AGENT);
                if (ofAdvice
                        && Modifier.isPublic(
                                bridge.loadClass(type.replace('/', '.')).getModifiers())) {
                    assertThat(asked).contains(type);
                    called++;
                }
            }
        }
        assertThat(called).isGreaterThan(3);
    }

    @Test
    void every_class_runs_on_java_8() {
        classes.forEach((name, bytes) -> {
            if (!name.startsWith(FOLDER + "META-INF/versions/")) {
                assertThat((bytes[6] & 0xff) << 8 | bytes[7] & 0xff).as(name).isLessThanOrEqualTo(JAVA_8);
            }
        });
        assertThat(classes).hasSizeGreaterThan(500);
    }

    @Test
    void no_entry_is_there_twice() {
        assertThat(entries).extracting(ZipEntry::getName).doesNotHaveDuplicates();
    }

    @Test
    void listed_modules_are_classes_of_the_jar() throws IOException {
        assertThat(modules())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(module -> assertThat(jar.getEntry(FOLDER + module.replace('.', '/') + ".classdata"))
                        .as(module)
                        .isNotNull());
    }

    @Test
    void an_agent_asks_for_no_services() {
        assertThat(names(name -> name.contains("META-INF/services/"))).isEmpty();
    }

    @Test
    void every_instrumentation_in_the_jar_is_announced() throws IOException {
        String prefix = "io/sseagent/instrumentation/";
        Set<String> libraries = packages().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("/")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> announced = modules().stream()
                .map(module ->
                        module.replace('.', '/').substring(prefix.length()).split("/")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(announced).isEqualTo(libraries).isNotEmpty();
    }

    @Test
    void the_manifest_says_what_the_jvm_and_the_guard_ask_for() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();
        String main = "io.sseagent.premain.AgentMain";

        assertThat(manifest.getValue("Premain-Class")).isEqualTo(main);
        assertThat(manifest.getValue("Agent-Class")).isEqualTo(main);
        assertThat(manifest.getValue("Main-Class")).isEqualTo(main);
        assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
        assertThat(manifest.getValue("Implementation-Title")).isEqualTo("sse-agent");
        assertThat(manifest.getValue("Implementation-Version")).isEqualTo(AgentJarFile.VERSION);
        assertThat(manifest.getValue("SSE-Agent-Layout")).isEqualTo("1");
        assertThat(manifest.keySet().stream().map(Object::toString))
                .doesNotContain(
                        "Launcher-Agent-Class", "Multi-Release", "Boot-Class-Path", "Can-Set-Native-Method-Prefix");
    }

    @Test
    void the_jar_is_small() throws IOException {
        assertThat(Files.size(AgentJarFile.PATH)).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void what_every_start_reads_is_not_compressed() {
        assertThat(entries)
                .filteredOn(
                        entry -> entry.getName()
                                .matches(
                                        "(sse-agent/)?io/sseagent/(premain|bootstrap|tooling|launcher|core|instrumentation)/.*"))
                .hasSizeGreaterThan(50)
                .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }

    @Test
    void a_start_that_opens_the_jar_reads_few_names() {
        assertThat(entries).hasSizeLessThanOrEqualTo(MOST_ENTRIES);
        assertThat(classes).hasSizeGreaterThan(1_800);
    }

    @Test
    void what_weaves_the_usual_advice_needs_no_zip() {
        assertThat(names(name -> name.startsWith(SHADED)))
                .contains(
                        FOLDER + "io/sseagent/shaded/bytebuddy/jar/asm/ClassReader.classdata",
                        FOLDER + "io/sseagent/shaded/bytebuddy/dynamic/ClassFileLocator.classdata",
                        SHADED + "bytebuddy.zip",
                        SHADED + "gson.zip",
                        SHADED + "hdrhistogram.zip")
                .doesNotContain(FOLDER + "io/sseagent/shaded/bytebuddy/asm/Advice.classdata");
        assertThat(classes).containsKeys(SHADED + "bytebuddy/asm/Advice.classdata", JSON_READER);
    }

    private List<String> names(Predicate<String> filter) {
        return entries.stream().map(ZipEntry::getName).filter(filter).toList();
    }

    /** Of all classes below the folder, versioned ones included. */
    private Set<String> packages() {
        return classes.keySet().stream()
                .filter(name -> name.startsWith(FOLDER))
                .map(name -> name.substring(FOLDER.length()).replaceFirst("^META-INF/versions/\\d+/", ""))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of classes. */
    private List<String> modules() throws IOException {
        return text(FOLDER + "io/sseagent/tooling/taps")
                .lines()
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private Map<String, byte[]> seldomRead() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names(entry -> entry.matches(SHADED + "\\w+\\.zip"))) {
            ZipInputStream zip = new ZipInputStream(jar.getInputStream(jar.getEntry(name)));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).endsWith(".classdata");
                assertThat(files.put(FOLDER + entry.getName(), zip.readAllBytes()))
                        .isNull();
            }
        }
        return files;
    }

    private String text(String entry) throws IOException {
        return new String(bytes(jar.getJarEntry(entry)), UTF_8);
    }

    private byte[] bytes(JarEntry entry) throws IOException {
        return jar.getInputStream(entry).readAllBytes();
    }
}
