package io.sseagent.premain;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The agent's own jar, open for the life of the JVM: found where its classes came from, under whatever name, and checked
 * to be the jar as released. An uber-jar on the bootstrap search path would put the whole application there.
 */
final class AgentJar {
    /** The folder of all that only the agent's loader may find. */
    static final String FOLDER = "sse-agent/";
    /** The manifest attribute that only the release build writes. */
    static final String LAYOUT_ATTRIBUTE = "SSE-Agent-Layout";

    /**
     * The folders in here have their files in one zip each beside it, unless a start needs them. A JVM looks at every name in a jar
     * when it opens it, and most names of the agent are those of libraries' classes, which hardly any start loads.
     */
    private static final String SELDOM_READ = FOLDER + "io/sseagent/shaded/";

    private static final String LAYOUT = "1";

    private final JarFile file;
    private final URL location;
    private final String version;
    /** Soft, because classes are loaded in a burst and then no more. */
    private final Map<String, SoftReference<Map<String, byte[]>>> seldomRead =
            new HashMap<String, SoftReference<Map<String, byte[]>>>();

    private AgentJar(JarFile file, URL location, String version) {
        this.file = file;
        this.location = location;
        this.version = version;
    }

    /** Opens the jar that {@code anchor} was loaded from. */
    static AgentJar holding(Class<?> anchor) throws Refusal, IOException {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new Refusal("its classes are on the boot class path; give the jar to -javaagent: only");
        }
        return open(source.getLocation());
    }

    static AgentJar open(URL location) throws Refusal, IOException {
        File path = path(location);
        if (!path.isFile()) {
            throw new Refusal(location + " is not a jar file of its own; use sse-agent.jar as released");
        }
        JarFile file = new JarFile(path, false);
        try {
            Manifest manifest = file.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (!isOurs(attributes) || file.getEntry(FOLDER) == null) {
                throw new Refusal(path + " holds the agent's classes but is not sse-agent.jar (its manifest is another"
                        + " one); the agent cannot be merged into other jars: use sse-agent.jar as released");
            }
            AgentJar jar = new AgentJar(file, location, attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
            file = null;
            return jar;
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }

    private static File path(URL location) throws Refusal {
        if (!"file".equals(location.getProtocol())) {
            throw new Refusal("it lies inside another archive, " + location + "; use sse-agent.jar as released");
        }
        try {
            return new File(location.toURI());
        } catch (URISyntaxException | IllegalArgumentException unescaped) {
            return new File(location.getPath());
        }
    }

    // shading tools keep attributes that they do not know, but give the merged jar a main class or lose these two
    private static boolean isOurs(Attributes attributes) {
        String main = AgentMain.class.getName();
        return LAYOUT.equals(attributes.getValue(LAYOUT_ATTRIBUTE))
                && main.equals(attributes.getValue("Main-Class"))
                && main.equals(attributes.getValue("Premain-Class"))
                && attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION) != null;
    }

    /** Whether there is a file of this name, which begins with the folder it is in. */
    boolean has(String name) throws IOException {
        ZipEntry entry = file.getEntry(name);
        return entry == null ? seldomRead(name) != null : !entry.isDirectory();
    }

    /** The content of a file, not to be changed; null if there is none of this name. */
    byte[] read(String name) throws IOException {
        JarEntry entry = file.getJarEntry(name);
        if (entry == null || entry.isDirectory()) {
            return seldomRead(name);
        }
        byte[] content = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(file.getInputStream(entry))) {
            in.readFully(content);
        }
        return content;
    }

    private byte[] seldomRead(String name) throws IOException {
        int end = name.startsWith(SELDOM_READ) ? name.indexOf('/', SELDOM_READ.length()) : -1;
        return end < 0 ? null : contents(name.substring(0, end) + ".zip").get(name);
    }

    private synchronized Map<String, byte[]> contents(String zipName) throws IOException {
        SoftReference<Map<String, byte[]>> held = seldomRead.get(zipName);
        Map<String, byte[]> contents = held == null ? null : held.get();
        if (contents == null) {
            JarEntry zip = file.getJarEntry(zipName);
            if (zip == null) {
                // anybody may ask for any name
                return Collections.emptyMap();
            }
            contents = unzip(zip);
            seldomRead.put(zipName, new SoftReference<Map<String, byte[]>>(contents));
        }
        return contents;
    }

    private Map<String, byte[]> unzip(JarEntry zip) throws IOException {
        Map<String, byte[]> contents = new HashMap<String, byte[]>();
        try (ZipInputStream in = new ZipInputStream(file.getInputStream(zip))) {
            DataInputStream data = new DataInputStream(in);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = new byte[(int) entry.getSize()];
                data.readFully(content);
                contents.put(FOLDER + entry.getName(), content);
            }
        }
        return contents;
    }

    JarFile file() {
        return file;
    }

    URL location() {
        return location;
    }

    String version() {
        return version;
    }

    String path() {
        return new File(file.getName()).getAbsolutePath();
    }

    boolean isAt(File path) throws IOException {
        return path.getCanonicalFile().equals(new File(file.getName()).getCanonicalFile());
    }

    void close() throws IOException {
        file.close();
    }
}
