package io.sseagent.prometheus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Who is let in. Thread-safe. */
interface Credentials {
    /** For an endpoint without any. */
    Credentials NONE = new Credentials() {
        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public String userOf(String authorization) {
            return null;
        }
    };

    /** Whether nobody could ever be let in. */
    boolean isEmpty();

    /** The name of whoever sent this {@code Authorization} header, or null. Costly by intention. */
    String userOf(String authorization) throws GeneralSecurityException;

    /** Cheap: who was let in with this very header before, or null. */
    default String rememberedUserOf(String authorization) throws GeneralSecurityException {
        return null;
    }

    /** What follows the scheme (in any case) in the header, or null if it is another one. */
    static String afterScheme(String scheme, String authorization) {
        boolean same = authorization.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
        return same ? authorization.substring(scheme.length() + 1).trim() : null;
    }

    /** As headers are read: one byte a character. */
    static byte[] bytes(String header) {
        return header.getBytes(StandardCharsets.ISO_8859_1);
    }
}
