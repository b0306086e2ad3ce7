package io.sseagent.testapps.matrix;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What this JVM says on both of its streams, from {@link #begin} on; it is said as well. Thread-safe. */
final class OwnOutput extends OutputStream {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream real;

    private OwnOutput(PrintStream real) {
        this.real = real;
    }

    static OwnOutput begin() {
        OwnOutput output = new OwnOutput(System.out);
        PrintStream both = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        return output;
    }

    @Override
    public void write(int value) {
        bytes.write(value);
        real.write(value);
    }

    @Override
    public void write(byte[] values, int offset, int length) {
        bytes.write(values, offset, length);
        real.write(values, offset, length);
    }

    int length() {
        return bytes.size();
    }

    /** What was said behind that many bytes. */
    String since(int length) {
        byte[] all = bytes.toByteArray();
        return new String(all, length, all.length - length, StandardCharsets.UTF_8);
    }

    /** Fails after a minute. */
    Matcher await(Pattern pattern, int length) {
        AtomicReference<Matcher> matcher = new AtomicReference<>();
        Awaitility.await().atMost(DEADLINE).until(() -> {
            matcher.set(pattern.matcher(since(length)));
            return matcher.get().find();
        });
        return matcher.get();
    }
}
