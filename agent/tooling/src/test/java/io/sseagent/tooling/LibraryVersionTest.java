package io.sseagent.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryVersionTest {

    @ParameterizedTest
    @CsvSource({
        "file:/srv/lib/tomcat-embed-core-10.1.34.jar, 10.1.34",
        "file:/srv/lib/jetty-server-9.4.56.v20240826.jar, 9.4.56.v20240826",
        "file:/srv/app-3.1/lib/netty-codec-http-4.1.117.Final.jar, 4.1.117.Final",
        "jar:file:/srv/app-2.0.jar!/BOOT-INF/lib/undertow-core-2.3.18.jar!/, 2.3.18",
        "file:/srv/app-2.0.jar/BOOT-INF/lib/plain.jar, unknown",
        "file:/srv/gone/tomcat-coyote.jar, unknown",
        "file:/srv/app-1.0/classes/, unknown",
        "jrt:/jdk.httpserver, jdk"
    })
    void the_file_name_tells(String location, String version) throws Exception {
        String expected = version.equals("jdk") ? System.getProperty("java.version") : version;
        assertThat(LibraryVersion.of(domain(new URL(location))).resolve()).isEqualTo(expected);
    }

    @Test
    void else_the_manifest_tells(@TempDir Path folder) throws IOException {
        Path jar = jar(folder.resolve("tomcat coyote.jar"), "9.0.98");
        assertThat(LibraryVersion.of(domain(jar.toUri().toURL())).resolve()).isEqualTo("9.0.98");
        Path silent = jar(folder.resolve("silent.jar"), null);
        assertThat(LibraryVersion.of(domain(silent.toUri().toURL())).resolve()).isEqualTo("unknown");
    }

    @Test
    void a_class_without_a_location_is_of_the_jdk() {
        String java = System.getProperty("java.version");
        assertThat(LibraryVersion.of(null).resolve()).isEqualTo(java);
        assertThat(LibraryVersion.of(domain(null)).resolve()).isEqualTo(java);
    }

    private static ProtectionDomain domain(URL location) {
        return new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
    }

    private static Path jar(Path file, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (version != null) {
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.finish();
        }
        return file;
    }
}
