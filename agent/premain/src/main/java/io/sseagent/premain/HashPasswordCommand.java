package io.sseagent.premain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Prints a line for {@code auth.users.file}: {@code user:pbkdf2-sha256$<iterations>$<salt>$<hash>}. The password is typed at the
 * terminal, unseen and twice, or is the first line of the standard input; arguments would show in the list of processes.
 */
final class HashPasswordCommand {
    /** As OWASP advises for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_PASSWORD_BYTES = 1024;

    private final InputStream in;
    private final Terminal terminal;
    private final PrintStream out;

    /** Without a terminal (null) it reads {@code in}. */
    HashPasswordCommand(InputStream in, Terminal terminal, PrintStream out) {
        this.in = in;
        this.terminal = terminal;
        this.out = out;
    }

    int run(String user) throws CommandFailure {
        if (!user.matches("[^\\s:#\\p{Cntrl}][^:\\p{Cntrl}]*")) {
            throw CommandFailure.usage("a user's name has no colon and begins with neither # nor a blank");
        }
        char[] password = null;
        try {
            password = terminal == null ? readPassword() : askForPassword(user);
            out.println(user + ':' + hash(password));
            return CommandLine.DONE;
        } catch (IOException | GeneralSecurityException e) {
            throw CommandFailure.failed("cannot hash the password: " + e);
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }

    private char[] askForPassword(String user) throws CommandFailure {
        char[] password = terminal.readPassword("Password for " + user + ": ");
        if (password == null || password.length == 0) {
            throw CommandFailure.usage("no password");
        }
        if (password.length > MOST_PASSWORD_BYTES) {
            throw tooLong();
        }
        char[] again = terminal.readPassword("The same again: ");
        boolean same = Arrays.equals(password, again);
        if (again != null) {
            Arrays.fill(again, '\0');
        }
        if (!same) {
            Arrays.fill(password, '\0');
            throw CommandFailure.usage("the second password differs from the first");
        }
        return password;
    }

    private static CommandFailure tooLong() {
        return CommandFailure.usage("the password is longer than " + MOST_PASSWORD_BYTES + " bytes");
    }

    private char[] readPassword() throws IOException, CommandFailure {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n' && line.size() <= MOST_PASSWORD_BYTES) {
            if (read != '\r') {
                line.write(read);
            }
            read = in.read();
        }
        if (line.size() == 0) {
            throw CommandFailure.usage("no password on the standard input");
        }
        if (line.size() > MOST_PASSWORD_BYTES) {
            throw tooLong();
        }
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line.toByteArray()));
        return Arrays.copyOf(characters.array(), characters.limit());
    }

    private static String hash(char[] password) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password, salt, ITERATIONS, HASH_BYTES * Byte.SIZE))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2-sha256$" + ITERATIONS + '$' + base64.encodeToString(salt) + '$' + base64.encodeToString(hash);
    }
}
