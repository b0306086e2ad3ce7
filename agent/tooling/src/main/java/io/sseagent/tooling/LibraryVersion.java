package io.sseagent.tooling;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the library that a class came from. Notes only the text of the class's location while the class loads,
 * since a {@link URL} may hold a handler of the application; looks closer when asked.
 */
final class LibraryVersion {
    private static final String NOT_TOLD = "unknown";

    /** Of a library that was never seen. */
    static final LibraryVersion UNKNOWN = new LibraryVersion("");

    private final String location;
    private volatile String resolved;

    private LibraryVersion(String location) {
        this.location = location;
    }

    static LibraryVersion of(ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL url = source == null ? null : source.getLocation();
        return new LibraryVersion(url == null ? null : url.toExternalForm());
    }

    String resolve() {
        String version = resolved;
        if (version == null) {
            version = find();
            resolved = version;
        }
        return version;
    }

    private String find() {
        if (location == null || location.startsWith("jrt:")) {
            return System.getProperty("java.version", NOT_TOLD);
        }
        String named = fromFileName();
        return named == null ? fromManifest() : named;
    }

    /** Also for a jar in a jar: {@code jar:nested:/app-1.jar/!BOOT-INF/lib/tomcat-embed-core-10.1.34.jar!/}. */
    private String fromFileName() {
        int end = location.lastIndexOf(".jar");
        if (end < 0) {
            return null;
        }
        String file = location.substring(location.lastIndexOf('/', end) + 1, end);
        Matcher version = Pattern.compile("-(\\d[\\w.-]*)$").matcher(file);
        return version.find() ? version.group(1) : null;
    }

    private String fromManifest() {
        if (!location.startsWith("file:") || !location.endsWith(".jar")) {
            return NOT_TOLD;
        }
        try (JarFile jar = new JarFile(new File(URI.create(location)))) {
            Manifest manifest = jar.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? NOT_TOLD : version.trim();
        } catch (Exception unreadable) {
            return NOT_TOLD;
        }
    }
}
