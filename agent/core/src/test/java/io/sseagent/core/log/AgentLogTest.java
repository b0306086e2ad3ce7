package io.sseagent.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentLogTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long nowNanos = Long.MAX_VALUE - 5;

    @Test
    void a_line_has_prefix_level_and_message() {
        AgentLog log = log(LogLevel.INFO);

        log.error("one");
        log.error("two", new IOException("disk"));
        log.warn("three", new IllegalStateException());
        log.warn("four");
        log.info("five");

        assertThat(lines())
                .containsExactly(
                        "[sse-agent] ERROR one",
                        "[sse-agent] ERROR two: java.io.IOException: disk",
                        "[sse-agent] WARN three: java.lang.IllegalStateException",
                        "[sse-agent] WARN four",
                        "[sse-agent] INFO five");
    }

    @Test
    void a_level_hides_the_ones_after_it() {
        AgentLog warnings = log(LogLevel.WARN);
        warnings.error("e");
        warnings.warn("w");
        warnings.info("i");
        warnings.debug("d");
        log(LogLevel.OFF).error("nothing");

        assertThat(lines()).containsExactly("[sse-agent] ERROR e", "[sse-agent] WARN w");
        assertThat(warnings.isEnabled(LogLevel.INFO)).isFalse();
        assertThat(warnings.isEnabled(LogLevel.OFF)).isFalse();
    }

    @Test
    void a_line_for_machines_is_printed_as_it_is_and_whole() {
        String json = "{\"long\":\"" + "x".repeat(100_000) + "\"}";
        log(LogLevel.INFO).record(json);
        log(LogLevel.WARN).record("hidden");

        assertThat(lines()).containsExactly(json);
    }

    @Test
    void debug_adds_the_stack_trace() {
        log(LogLevel.DEBUG).debug("why", new IOException("disk"));

        assertThat(lines())
                .startsWith("[sse-agent] DEBUG why: java.io.IOException: disk", "java.io.IOException: disk")
                .anyMatch(line -> line.contains("at " + AgentLogTest.class.getName()));
    }

    @Test
    void a_repeated_line_appears_once_a_minute_with_its_count() {
        AgentLog log = log(LogLevel.INFO);

        log.warn("again");
        log.warn("again");
        log.error("again");
        nowNanos += RepeatFilter.WINDOW_NANOS - 1;
        log.warn("again");
        nowNanos += 1;
        log.warn("again");
        nowNanos += RepeatFilter.WINDOW_NANOS;
        log.warn("again");

        assertThat(lines())
                .containsExactly(
                        "[sse-agent] WARN again",
                        "[sse-agent] ERROR again",
                        "[sse-agent] WARN again (repeated 2 times since)",
                        "[sse-agent] WARN again");
    }

    @Test
    void the_memory_of_lines_is_bounded_and_keeps_the_busiest() {
        AgentLog log = log(LogLevel.INFO);

        for (int i = 0; i < 10 * RepeatFilter.MAX_REMEMBERED_LINES; i++) {
            log.info("busy");
            log.info("other " + i);
        }
        log.info("other 0");

        assertThat(lines()).containsOnlyOnce("[sse-agent] INFO busy");
        assertThat(Collections.frequency(lines(), "[sse-agent] INFO other 0")).isEqualTo(2);
    }

    @Test
    void a_message_stays_one_line_of_bounded_length() {
        char[] letters = new char[100_000];
        Arrays.fill(letters, 'x');

        log(LogLevel.INFO).info("a\nb\r\u001b" + new String(letters));

        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0))
                .startsWith("[sse-agent] INFO a\\nb\\u000d\\u001bxxx")
                .endsWith("x... (100005 characters)")
                .hasSizeLessThan(AgentLog.MAX_MESSAGE_LENGTH + 100);
    }

    @Test
    void nothing_is_ever_thrown() {
        AgentLog log = log(LogLevel.DEBUG);
        RuntimeException hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        };
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("closed");
            }
        });

        assertThatCode(() -> log.error("hostile", hostile)).doesNotThrowAnyException();
        assertThatCode(() -> log.error(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> new AgentLog(broken, LogLevel.DEBUG, () -> 0).error("broken"))
                .doesNotThrowAnyException();
        assertThat(lines()).containsExactly("[sse-agent] ERROR null");
    }

    @Test
    void standard_error_is_the_stream_of_the_moment_of_creation() {
        PrintStream original = System.err;
        try {
            System.setErr(new PrintStream(printed, true));
            AgentLog log = AgentLog.toStandardError(LogLevel.INFO);
            System.setErr(original);
            log.info("here");
        } finally {
            System.setErr(original);
        }
        assertThat(lines()).containsExactly("[sse-agent] INFO here");
    }

    private AgentLog log(LogLevel level) {
        return new AgentLog(new PrintStream(printed, true), level, () -> nowNanos);
    }

    private List<String> lines() {
        String text = printed.toString(StandardCharsets.UTF_8);
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split(System.lineSeparator()));
    }
}
