package io.sseagent.prometheus;

import io.sseagent.core.config.SecurityConfig;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The keystore as a TLS context of its own: neither the host's default context nor its {@code javax.net.ssl.*} is touched. */
final class KeystoreFile {
    private KeystoreFile() {}

    /** Reads it now. */
    static SSLContext context(SecurityConfig config) throws IOException, GeneralSecurityException {
        char[] password = password(config);
        try {
            KeyStore keystore = KeyStore.getInstance(config.keystoreType());
            try (InputStream in = new FileInputStream(config.keystore())) {
                keystore.load(in, password);
            }
            if (!hasKey(keystore)) {
                throw new IOException("the keystore has no private key");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keystore, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static boolean hasKey(KeyStore keystore) throws GeneralSecurityException {
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static char[] password(SecurityConfig config) throws IOException {
        if (config.keystorePasswordFile() != null) {
            return SecretFile.firstLine(config.keystorePasswordFile()).toCharArray();
        }
        String given = config.keystorePassword();
        return given == null ? new char[0] : given.toCharArray();
    }
}
