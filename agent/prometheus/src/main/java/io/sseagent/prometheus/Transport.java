package io.sseagent.prometheus;

import io.sseagent.core.config.SecurityConfig;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** How the bytes of a connection travel: as they are, or inside TLS 1.2 and later. Thread-safe. */
class Transport {
    static final Transport PLAIN = new Transport();

    /** The socket to talk through; runs on the connection's thread, because a handshake may take as long as its client likes. */
    Socket over(Socket plain) throws IOException {
        return plain;
    }

    /** Whether a line of plain text would be understood. */
    boolean isPlain() {
        return true;
    }

    /** From the files that the configuration names; throws if they cannot be used. */
    static Transport of(SecurityConfig config) throws IOException, GeneralSecurityException {
        return config.keystore() == null ? PLAIN : tls(KeystoreFile.context(config));
    }

    static Transport tls(SSLContext context) {
        return new Tls(context);
    }

    /**
     * TLS is laid over an accepted plain socket, because only the plain one can be cut off by another thread at any time: closing
     * an {@code SSLSocket} waits for whoever is writing to it.
     */
    private static final class Tls extends Transport {
        private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

        private final SSLContext context;

        Tls(SSLContext context) {
            this.context = context;
        }

        @Override
        Socket over(Socket plain) throws IOException {
            String peer = plain.getInetAddress().getHostAddress();
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, peer, plain.getPort(), true);
            socket.setUseClientMode(false);
            socket.setEnabledProtocols(supported(socket.getSupportedProtocols()));
            socket.startHandshake();
            return socket;
        }

        /** Java 8 before update 261 has no TLS 1.3. */
        private static String[] supported(String... available) throws IOException {
            List<String> chosen = new ArrayList<>();
            for (String protocol : PROTOCOLS) {
                if (Arrays.asList(available).contains(protocol)) {
                    chosen.add(protocol);
                }
            }
            if (chosen.isEmpty()) {
                throw new IOException("this JVM has neither TLS 1.3 nor TLS 1.2");
            }
            return chosen.toArray(new String[0]);
        }

        @Override
        boolean isPlain() {
            return false;
        }
    }
}
