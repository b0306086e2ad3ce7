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
    static final LibraryVersion UNKNOWN = new LibraryVersion("", "");

    private final String location;
    private final String packageName;
    private volatile String resolved;

    private LibraryVersion(String location, String packageName) {
        this.location = location;
        this.packageName = packageName;
    }

    static LibraryVersion of(ProtectionDomain domain, String internalName) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL url = source == null ? null : source.getLocation();
        int end = internalName.lastIndexOf('/');
        String packageName = internalName.substring(0, Math.max(0, end)).replace('/', '.');
        return new LibraryVersion(url == null ? null : url.toExternalForm(), packageName);
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
        String file = location.startsWith("reference:") ? location.substring("reference:".length()) : location;
        if (!file.startsWith("file:") || !file.endsWith(".jar")) {
            return NOT_TOLD;
        }
        try (JarFile jar = new JarFile(new File(URI.create(file)))) {
            Manifest manifest = jar.getManifest();
            String version = manifest == null ? null : toldBy(manifest.getMainAttributes());
            return version == null ? NOT_TOLD : version.trim();
        } catch (Exception unreadable) {
            return NOT_TOLD;
        }
    }

    /** A bundle's packages have versions of their own, those of the libraries that it was made of. */
    private String toldBy(Attributes manifest) {
        String version = manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        if (version == null) {
            version = exported(manifest.getValue("Export-Package"));
        }
        return version == null ? manifest.getValue("Bundle-Version") : version;
    }

    private String exported(String packages) {
        if (packages == null) {
            return null;
        }
        String attributes = "(?:;[\\w.-]+:?=(?:\"[^\"]*\"|[^\";,]*))*?";
        Matcher version = Pattern.compile(
                        "(?:^|,)\\s*" + Pattern.quote(packageName) + attributes + ";version=\"?([^\";,]+)")
                .matcher(packages);
        return version.find() ? version.group(1) : null;
    }
}
