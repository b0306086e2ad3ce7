package io.sseagent.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** A bearer token (RFC 6750). Immutable. Digests are compared, so that not even its length shows in the time. */
final class TokenFile implements Credentials {
    private static final int FEWEST_CHARACTERS = 16;

    private final byte[] digest;

    TokenFile(String name) throws IOException, GeneralSecurityException {
        String token = SecretFile.firstLine(name).trim();
        if (token.length() < FEWEST_CHARACTERS) {
            throw new IOException("the token in it is shorter than " + FEWEST_CHARACTERS + " characters");
        }
        digest = digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] token) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(token);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String userOf(String authorization) throws GeneralSecurityException {
        String token = Credentials.afterScheme("Bearer", authorization);
        return token != null && MessageDigest.isEqual(digest, digest(Credentials.bytes(token)))
                ? "the bearer of the token"
                : null;
    }
}
