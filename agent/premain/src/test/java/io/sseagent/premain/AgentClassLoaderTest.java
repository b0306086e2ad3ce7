package io.sseagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
    private static final String SAMPLE = Sample.class.getName();
    private static final String SAMPLE_CLASS = SAMPLE.replace('.', '/') + ".class";
    private static final String SERVICE = "META-INF/services/java.util.concurrent.Callable";

    private static final String SELDOM = "io/sseagent/shaded/bytebuddy";

    @TempDir
    Path folder;

    private AgentJar jar;
    private AgentClassLoader loader;

    @BeforeEach
    void open() throws Exception {
        URL url = TestJar.ours()
                .entry(folderEntry(SAMPLE_CLASS.replace(".class", ".classdata")), TestJar.bytes(Sample.class))
                .entry(folderEntry(SERVICE), SAMPLE.getBytes(UTF_8))
                .entry(folderEntry("text.txt"), "plain".getBytes(UTF_8))
                .entry(folderEntry("META-INF/versions/9/"), new byte[0])
                .entry(folderEntry("META-INF/versions/9/text.txt"), "for 9".getBytes(UTF_8))
                .entry(folderEntry("META-INF/versions/9/nine.txt"), "for 9".getBytes(UTF_8))
                .entry(folderEntry("META-INF/versions/11/"), new byte[0])
                .entry(folderEntry("META-INF/versions/11/text.txt"), "for 11".getBytes(UTF_8))
                .entry(folderEntry("META-INF/versions/9999/"), new byte[0])
                .entry(folderEntry("META-INF/versions/9999/text.txt"), "for 9999".getBytes(UTF_8))
                .entry(folderEntry(SELDOM + ".zip"), zip(SELDOM + "/asm/text.txt", "seldom read"))
                .entry(folderEntry(SELDOM + "/jar/text.txt"), "an entry".getBytes(UTF_8))
                .entry("io/sseagent/bootstrap/Bridge.class", "bridge".getBytes(UTF_8))
                .entry("io/sseagent/premain/Outside.class", "outside".getBytes(UTF_8))
                .write(folder.resolve("a b.jar"));
        jar = AgentJar.open(url);
        loader = AgentClassLoader.create(jar);
    }

    private static String folderEntry(String name) {
        return AgentJar.FOLDER + name;
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void a_class_of_the_jar_is_its_own_even_if_the_application_has_one_of_that_name() throws Exception {
        Class<?> type = loader.loadClass(SAMPLE);

        assertThat(type.getClassLoader()).isSameAs(loader);
        assertThat(type).isNotSameAs(Sample.class);
        assertThat(type.getPackage().getName()).isEqualTo("io.sseagent.premain");
        assertThat(type.getProtectionDomain().getCodeSource().getLocation()).isEqualTo(jar.location());
        assertThat(loader.loadClass(SAMPLE)).isSameAs(type);
    }

    @Test
    void classes_of_the_application_are_out_of_sight() {
        assertThatThrownBy(() -> loader.loadClass(AgentMain.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader.loadClass(Test.class.getName())).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource("org/junit/jupiter/api/Test.class")).isNull();
    }

    @Test
    void the_platform_is_in_sight() throws Exception {
        assertThat(loader.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
        assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
    }

    @Test
    void class_files_are_readable_under_their_usual_name() throws Exception {
        try (InputStream in = loader.getResourceAsStream(SAMPLE_CLASS)) {
            assertThat(in).hasBinaryContent(TestJar.bytes(Sample.class));
        }
        assertThat(loader.getResource(SAMPLE_CLASS).openConnection().getContentLengthLong())
                .isEqualTo(TestJar.bytes(Sample.class).length);
    }

    @Test
    void class_files_of_the_bridge_are_readable_and_those_of_premain_are_not() throws Exception {
        assertThat(text("io/sseagent/bootstrap/Bridge.class")).isEqualTo("bridge");
        assertThat(loader.getResource("io/sseagent/premain/Outside.class")).isNull();
    }

    @Test
    void services_are_found() {
        assertThat(ServiceLoader.load(Callable.class, loader))
                .hasSize(1)
                .allSatisfy(service ->
                        assertThat(service.getClass().getClassLoader()).isSameAs(loader));
    }

    @Test
    void the_newest_version_for_this_java_wins() throws Exception {
        assertThat(text("text.txt")).isEqualTo("for 11");
        assertThat(text("nine.txt")).isEqualTo("for 9");
        assertThat(Collections.list(loader.getResources("text.txt"))).hasSize(1);
    }

    @Test
    void what_is_seldom_read_lies_in_a_zip() throws Exception {
        assertThat(text(SELDOM + "/asm/text.txt")).isEqualTo("seldom read");
        assertThat(loader.getResource(SELDOM + "/asm/text.txt").openStream()).hasContent("seldom read");
        assertThat(text(SELDOM + "/jar/text.txt")).isEqualTo("an entry");
        assertThat(loader.getResource(SELDOM + "/asm/none.txt")).isNull();
    }

    @Test
    void a_jar_without_the_zip_lacks_only_its_files() throws Exception {
        URL url = TestJar.ours()
                .entry(folderEntry("text.txt"), "plain".getBytes(UTF_8))
                .write(folder.resolve("bare.jar"));
        AgentJar bare = AgentJar.open(url);
        try {
            assertThat(bare.has(folderEntry(SELDOM + "/asm/text.txt"))).isFalse();
            assertThat(bare.read(folderEntry("text.txt"))).asString(UTF_8).isEqualTo("plain");
        } finally {
            bare.close();
        }
    }

    @Test
    void a_missing_resource_is_null_and_a_folder_is_no_resource() throws Exception {
        assertThat(loader.getResource("none.txt")).isNull();
        assertThat(loader.getResourceAsStream("none.txt")).isNull();
        assertThat(Collections.list(loader.getResources("none.txt"))).isEmpty();
        assertThat(loader.getResource("META-INF/versions/9/")).isNull();
    }

    @Test
    void threads_that_ask_at_once_get_one_class() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Class<?>> load = () -> {
                together.await();
                return loader.loadClass(SAMPLE);
            };
            List<Future<Class<?>>> loaded = threads.invokeAll(Collections.nCopies(4, load));

            for (Future<Class<?>> type : loaded) {
                assertThat(type.get()).isSameAs(loader.loadClass(SAMPLE));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void no_file_is_written_beside_the_jar() throws Exception {
        loader.loadClass(SAMPLE);
        text("text.txt");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a b.jar"));
        }
    }

    @Test
    void the_feature_of_old_and_new_version_schemes_is_known() {
        assertThat(AgentClassLoader.javaFeature("1.8")).isEqualTo(8);
        assertThat(AgentClassLoader.javaFeature("17")).isEqualTo(17);
    }

    private static byte[] zip(String name, String content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(UTF_8));
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length());
        entry.setCrc(crc.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private String text(String resource) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Exists twice: here and, as classdata, in the jar. */
    public static final class Sample implements Callable<String> {
        @Override
        public String call() {
            return "sample";
        }
    }
}
