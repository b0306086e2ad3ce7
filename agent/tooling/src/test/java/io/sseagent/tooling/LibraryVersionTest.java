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
        assertThat(of(domain(new URL(location))).resolve()).isEqualTo(expected);
    }

    @Test
    void else_the_manifest_tells(@TempDir Path folder) throws IOException {
        Path jar = jar(folder.resolve("tomcat coyote.jar"), "Implementation-Version", "9.0.98");
        assertThat(of(domain(jar.toUri().toURL())).resolve()).isEqualTo("9.0.98");
        Path silent = jar(folder.resolve("silent.jar"));
        assertThat(of(domain(silent.toUri().toURL())).resolve()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.other;version=1,org.glassfish.grizzly.http;uses:='a,b;version=7';version='4.0.2.payara-p2' | 4.0.2.payara-p2",
                "org.glassfish.grizzly.http;version=4.0.2;uses:='org.other' | 4.0.2",
                "org.glassfish.grizzly.http.io;version=1,org.other;version=2 | 7.0.21",
                "org.glassfish.grizzly.http,org.other;version=2 | 7.0.21"
            })
    void of_a_bundle_the_package_tells_or_else_the_bundle(String exported, String version, @TempDir Path folder)
            throws IOException {
        Path jar = jar(
                folder.resolve("all.jar"), "Bundle-Version", "7.0.21", "Export-Package", exported.replace('\'', '"'));
        assertThat(of(domain(jar.toUri().toURL())).resolve()).isEqualTo(version);
    }

    @Test
    void a_class_without_a_location_is_of_the_jdk() {
        String java = System.getProperty("java.version");
        assertThat(of(null).resolve()).isEqualTo(java);
        assertThat(of(domain(null)).resolve()).isEqualTo(java);
    }

    private static ProtectionDomain domain(URL location) {
        return new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
    }

    private static LibraryVersion of(ProtectionDomain domain) {
        return LibraryVersion.of(domain, "org/glassfish/grizzly/http/HttpHeader");
    }

    private static Path jar(Path file, String... attributes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < attributes.length; i += 2) {
            manifest.getMainAttributes().putValue(attributes[i], attributes[i + 1]);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.finish();
        }
        return file;
    }
}
