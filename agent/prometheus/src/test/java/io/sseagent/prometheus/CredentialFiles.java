package io.sseagent.prometheus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Files with users and tokens, and the headers of those who know them. */
final class CredentialFiles {
    static final String PASSWORD = "correct horse: battery st\u00e4ple";
    static final String TOKEN = "0123456789abcdef-token";

    private CredentialFiles() {}

    static Path users(Path folder) throws Exception {
        return Files.write(
                folder.resolve("users"), List.of("# comment", "", "alice:" + hash(PASSWORD), "bob:" + hash("other")));
    }

    static Path token(Path folder) throws Exception {
        return Files.writeString(folder.resolve("token"), TOKEN + "\n");
    }

    static String hash(String password) throws Exception {
        byte[] salt = "sixteen bytes or".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 10_000, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2-sha256$10000$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    static String basic(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
