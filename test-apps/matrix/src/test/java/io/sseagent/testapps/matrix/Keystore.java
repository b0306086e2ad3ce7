package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed key for the loopback, made by the JDK's keytool, for a server and for clients that trust it. */
record Keystore(Path file) {
    /** Of the file and the key; test applications know it. */
    private static final String PASSWORD = "password";

    static Keystore made() {
        Path folder = ForkedJvm.folder("keystore");
        Path file = folder.resolve("keystore.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Jdk.all().get(0).tool("keytool"),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            assertThat(keytool.onExit().join().exitValue()).isZero();
            return new Keystore(file);
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    /** Of a client that trusts nobody else. */
    SSLContext trusted() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
