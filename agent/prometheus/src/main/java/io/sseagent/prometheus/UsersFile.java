package io.sseagent.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Basic authentication (RFC 7617): {@code name:hash} lines, see {@link PasswordHash}. Immutable. */
final class UsersFile implements Credentials {
    private final Map<String, PasswordHash> hashByUser = new LinkedHashMap<>();
    private final PasswordHash decoy;

    UsersFile(String name) throws IOException {
        List<String> lines = SecretFile.lines(name);
        for (int i = 0; i < lines.size(); i++) {
            int colon = lines.get(i).indexOf(':');
            PasswordHash hash = PasswordHash.parse(lines.get(i).substring(colon + 1));
            if (colon <= 0 || hash == null) {
                throw new IOException("user " + (i + 1) + " in it is not written as hash-password prints it");
            }
            hashByUser.put(lines.get(i).substring(0, colon), hash);
        }
        if (hashByUser.isEmpty()) {
            throw new IOException("it names no user");
        }
        decoy = hashByUser.values().iterator().next().decoy();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String userOf(String authorization) throws GeneralSecurityException {
        String encoded = Credentials.afterScheme("Basic", authorization);
        if (encoded == null) {
            return null;
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String user = pair.substring(0, colon);
        PasswordHash known = hashByUser.get(user);
        // somebody who guesses names must not learn from the time which of them exist
        boolean matches = (known == null ? decoy : known)
                .matches(pair.substring(colon + 1).toCharArray());
        return matches && known != null ? user : null;
    }
}
