package io.sseagent.dist;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where things are in the released jar. What the application's and the bootstrap loader may see is at the top, all else below
 * one folder under an extension that no other loader looks for.
 */
final class JarLayout {
    /** Libraries of which only what is reached is packed, by their relocated folders. */
    static final String[] STRIPPED = {
        "io/sseagent/shaded/bytebuddy/", "io/sseagent/shaded/gson/", "io/sseagent/shaded/hdrhistogram/"
    };

    private static final String FOLDER = "sse-agent/";
    private static final String SHADED = "io/sseagent/shaded/";
    private static final String BYTE_BUDDY = SHADED + "bytebuddy/";
    private static final String ZIP = ".zip";

    private static final String PREMAIN = "io/sseagent/premain/";
    private static final String BOOTSTRAP = "io/sseagent/bootstrap/";
    private static final String SERVICES = "META-INF/services/";
    private static final String VERSIONS = "META-INF/versions/";
    private static final String CLASS = ".class";
    private static final String MAIN = "io.sseagent.premain.AgentMain";

    /** Of Byte Buddy, what weaving an advice of the usual form needs. */
    private static final String[] READ_AT_STARTS = {"jar/", "dynamic/ClassFileLocator"};

    private JarLayout() {}

    /** The name with relocated packages also inside a version folder, where the shade plugin changes only the code. */
    static String relocated(String name) {
        return name.startsWith(VERSIONS) ? name.replaceFirst("/net/bytebuddy/", "/" + BYTE_BUDDY) : name;
    }

    static boolean isLibraryClass(String name) {
        return name.endsWith(CLASS) && (name.contains(SHADED) || !name.startsWith("io/sseagent/"));
    }

    /** The name in the released jar of an entry of the merged one; null if it is left out. */
    static String target(String name) {
        if (name.startsWith(PREMAIN) || name.startsWith(BOOTSTRAP)) {
            return name.endsWith(CLASS) ? name : null;
        }
        if (name.startsWith("META-INF/") && !name.startsWith(SERVICES) && !name.startsWith(VERSIONS)) {
            // licences are added by hand, signatures and build data are of no use
            return null;
        }
        return FOLDER
                + (name.endsWith(CLASS) ? name.substring(0, name.length() - CLASS.length()) + ".classdata" : name);
    }

    /** The name in the released jar of what the agent's class loader knows by this name. */
    static String inFolder(String name) {
        return FOLDER + name;
    }

    /** The folders that the agent's class loader asks for by name, each with its slash. */
    static Set<String> folders(Set<String> names) {
        Set<String> folders = new TreeSet<String>();
        folders.add(FOLDER);
        for (String name : names) {
            if (name.startsWith(FOLDER + VERSIONS)) {
                folders.add(name.substring(0, name.indexOf('/', (FOLDER + VERSIONS).length()) + 1));
            }
        }
        return folders;
    }

    /**
     * The zip that an entry of the released jar goes into, known to {@code AgentJar} by its name; null if it stays an entry. A JVM reads
     * the names of all entries when it opens a jar: 7 ms for 2,400 of them. Compressed as a whole: its entries are not.
     */
    static String zip(String name) {
        if (!name.startsWith(FOLDER + SHADED)) {
            return null;
        }
        for (String atStarts : READ_AT_STARTS) {
            if (name.startsWith(FOLDER + BYTE_BUDDY + atStarts)) {
                return null;
            }
        }
        return name.substring(0, name.indexOf('/', (FOLDER + SHADED).length())) + ZIP;
    }

    /** The name inside of a {@link #zip}. */
    static String nameInZip(String name) {
        return name.substring(FOLDER.length());
    }

    /** What is read before the application's main is not compressed: inflating costs a tenth of a server's start. */
    static boolean isStored(String name) {
        return name.endsWith("/")
                || name.startsWith("io/sseagent/")
                || name.startsWith(FOLDER + SERVICES)
                || (name.startsWith(FOLDER + "io/sseagent/") && !name.endsWith(ZIP));
    }

    static String manifest(String version) {
        return "Manifest-Version: 1.0\r\n"
                + "Implementation-Title: sse-agent\r\n"
                + "Implementation-Version: " + version + "\r\n"
                + "Main-Class: " + MAIN + "\r\n"
                + "Premain-Class: " + MAIN + "\r\n"
                + "Agent-Class: " + MAIN + "\r\n"
                + "Can-Redefine-Classes: true\r\n"
                + "Can-Retransform-Classes: true\r\n"
                + "SSE-Agent-Layout: 1\r\n"
                + "\r\n";
    }
}
