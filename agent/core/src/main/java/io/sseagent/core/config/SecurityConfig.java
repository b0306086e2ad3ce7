package io.sseagent.core.config;

/** Who may talk to the endpoint, and how. Names of files only: they are read when the endpoint starts. */
public final class SecurityConfig {
    private final String keystore;
    private final String keystoreType;
    private final String keystorePassword;
    private final String keystorePasswordFile;
    private final String usersFile;
    private final String tokenFile;

    SecurityConfig(Settings settings) {
        this.keystore = settings.getOrNull(ConfigKeys.TLS_KEYSTORE);
        this.keystoreType = settings.get(ConfigKeys.TLS_KEYSTORE_TYPE);
        this.keystorePassword = settings.getOrNull(ConfigKeys.TLS_KEYSTORE_PASSWORD);
        this.keystorePasswordFile = settings.getOrNull(ConfigKeys.TLS_KEYSTORE_PASSWORD_FILE);
        this.usersFile = settings.getOrNull(ConfigKeys.AUTH_USERS_FILE);
        this.tokenFile = settings.getOrNull(ConfigKeys.AUTH_TOKEN_FILE);
    }

    /** File with the key; null for plain HTTP. */
    public String keystore() {
        return keystore;
    }

    /** As {@link java.security.KeyStore#getInstance(String)} takes it. */
    public String keystoreType() {
        return keystoreType;
    }

    /** Null if there is none. Never to be logged. */
    public String keystorePassword() {
        return keystorePassword;
    }

    /** File with the password on its first line, or null. */
    public String keystorePasswordFile() {
        return keystorePasswordFile;
    }

    /** File with users and hashed passwords, or null. */
    public String usersFile() {
        return usersFile;
    }

    /** File with the bearer token on its first line, or null. */
    public String tokenFile() {
        return tokenFile;
    }
}
