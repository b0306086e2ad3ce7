package io.sseagent.prometheus;

import io.sseagent.core.config.SecurityConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * All that is configured, with a memory: a scraper that comes every few seconds must not cost the host a password hash each time.
 * Remembered are keyed digests of the few headers that were right last; the key lives in memory only.
 */
final class KnownCredentials implements Credentials {
    private static final int MOST_REMEMBERED = 8;
    private static final String MAC = "HmacSHA256";

    private final List<Credentials> kinds;
    private final SecretKeySpec key;
    // Guarded by itself.
    private final Map<String, byte[]> rememberedByUser = new LinkedHashMap<String, byte[]>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    KnownCredentials(List<Credentials> kinds) {
        this.kinds = kinds;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    /** From the files that the configuration names; throws, without a word of their contents, if one cannot be used. */
    static Credentials of(SecurityConfig config) throws IOException, GeneralSecurityException {
        List<Credentials> kinds = new ArrayList<>();
        if (config.usersFile() != null) {
            try {
                kinds.add(new UsersFile(config.usersFile()));
            } catch (IOException e) {
                throw new IOException("auth.users.file: " + e.getMessage(), e);
            }
        }
        if (config.tokenFile() != null) {
            try {
                kinds.add(new TokenFile(config.tokenFile()));
            } catch (IOException e) {
                throw new IOException("auth.token.file: " + e.getMessage(), e);
            }
        }
        return kinds.isEmpty() ? NONE : new KnownCredentials(kinds);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String rememberedUserOf(String authorization) throws GeneralSecurityException {
        byte[] digest = digest(authorization);
        String user = null;
        synchronized (rememberedByUser) {
            for (Map.Entry<String, byte[]> remembered : rememberedByUser.entrySet()) {
                user = MessageDigest.isEqual(digest, remembered.getValue()) ? remembered.getKey() : user;
            }
        }
        return user;
    }

    /** One at a time: guessing costs the host one processor at most. */
    @Override
    public synchronized String userOf(String authorization) throws GeneralSecurityException {
        String user = null;
        for (Credentials kind : kinds) {
            String known = kind.userOf(authorization);
            user = known != null ? known : user;
        }
        if (user != null) {
            byte[] digest = digest(authorization);
            synchronized (rememberedByUser) {
                rememberedByUser.put(user, digest);
            }
        }
        return user;
    }

    private byte[] digest(String authorization) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(key);
        return mac.doFinal(Credentials.bytes(authorization));
    }
}
