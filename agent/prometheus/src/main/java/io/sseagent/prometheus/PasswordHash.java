package io.sseagent.prometheus;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}, the latter two in Base64: PBKDF2 with HMAC-SHA-256 (RFC 8018). Immutable; its
 * text never leaves it. The command {@code hash-password} writes the same format.
 */
final class PasswordHash {
    private static final String SCHEME = "pbkdf2-sha256";
    private static final int FEWEST_ITERATIONS = 10_000;
    /** More would let anybody who asks keep a processor busy for seconds. */
    private static final int MOST_ITERATIONS = 5_000_000;

    private static final int FEWEST_BYTES = 16;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Null if it is malformed or too weak to be accepted. */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            return null;
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            boolean accepted = iterations >= FEWEST_ITERATIONS
                    && iterations <= MOST_ITERATIONS
                    && salt.length >= FEWEST_BYTES
                    && hash.length >= FEWEST_BYTES;
            return accepted ? new PasswordHash(iterations, salt, hash) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As costly as this one, but nobody's: for names that do not exist. */
    PasswordHash decoy() {
        return new PasswordHash(iterations, salt.clone(), new byte[hash.length]);
    }

    /** In a time that does not depend on how much of it is right. */
    boolean matches(char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, hash.length * Byte.SIZE);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(derived, hash);
        } finally {
            spec.clearPassword();
        }
    }
}
