package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sseagent.testapps.matrix.faults.Fault;
import io.sseagent.testapps.matrix.faults.FaultAgent;
import io.sseagent.testapps.matrix.faults.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The tests' end of {@link FaultAgent}: puts it into jars, gives it to a server and tells it what has to throw. For one thread. */
final class FaultInjector implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("\\[faults] listens at (\\d+)\\.");
    private static final Path AGENT = jars();

    private final Socket socket;
    private final PrintStream out;
    private final BufferedReader in;

    private FaultInjector(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        out = new PrintStream(socket.getOutputStream(), true, US_ASCII);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    /** The JVM option: places {@code class#method} inside the agent, or the fault that each advice throws once. */
    static String option(String argument) {
        return "-javaagent:" + AGENT + "=" + argument;
    }

    /** Talks to the injector of a server that was started with {@link #option}; nothing is armed from now on. */
    static FaultInjector of(ForkedServer server) {
        try {
            FaultInjector injector = new FaultInjector(
                    Integer.parseInt(server.jvm().awaitOutput(PORT).group(1)));
            injector.disarm();
            return injector;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The next so many times that the place is reached, it throws. */
    void arm(String place, Fault fault, int times) {
        ask("arm " + place + " " + fault + " " + times);
    }

    void disarm() {
        ask("disarm");
    }

    /** Everything that can be made to throw in that JVM. */
    Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        for (String line : ask("places")) {
            String[] words = line.split(" ");
            places.put(
                    words[0],
                    new Place(Boolean.parseBoolean(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3])));
        }
        return places;
    }

    Place place(String name) {
        return places().getOrDefault(name, new Place(false, 0, 0));
    }

    private List<String> ask(String command) {
        try {
            out.println(command);
            List<String> answer = new ArrayList<>();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new IOException("the injector has ended");
                }
                answer.add(line);
            }
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A place where something can be thrown.
     *
     * @param woven whether it is in the code of any class now
     * @param reached how often the code there ran
     * @param thrown how often it threw
     */
    record Place(boolean woven, int reached, int thrown) {}

    /** What everything has to see goes to the bootstrap loader, the rest with its libraries to the class path. */
    private static Path jars() {
        try {
            Path folder = ForkedJvm.folder("faults");
            Path bootstrap = folder.resolve("faults-bootstrap.jar");
            jar(bootstrap, new Manifest(), Stream.of(Faults.class, Fault.class));
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Premain-Class", FaultAgent.class.getName());
            attributes.putValue("Can-Retransform-Classes", "true");
            attributes.putValue("Boot-Class-Path", bootstrap.toString());
            attributes.put(Attributes.Name.CLASS_PATH, library(ClassReader.class) + " " + library(ClassNode.class));
            Path agent = folder.resolve("faults.jar");
            jar(
                    agent,
                    manifest,
                    Stream.of(
                            FaultAgent.class, Class.forName(FaultAgent.class.getPackageName() + ".FaultTransformer")));
            return agent;
        } catch (IOException | ClassNotFoundException notMade) {
            throw new IllegalStateException(notMade);
        }
    }

    private static String library(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    /** The classes with what is nested in them. */
    private static void jar(Path jar, Manifest manifest, Stream<Class<?>> types) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : types.toList()) {
                String folder = type.getPackageName().replace('.', '/') + '/';
                Path compiled = Path.of(URI.create(library(type))).resolve(folder);
                for (Path classFile : classFiles(compiled, type.getSimpleName())) {
                    out.putNextEntry(new ZipEntry(folder + classFile.getFileName()));
                    Files.copy(classFile, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static List<Path> classFiles(Path folder, String simpleName) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(simpleName + "(\\$.*)?\\.class"))
                    .toList();
        }
    }
}
