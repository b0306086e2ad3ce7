package io.sseagent.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServletResponsesTest {
    private final WrittenBytes written = new WrittenBytes();
    private final RecordingTracker tracker = new RecordingTracker(written);
    private final Object output = new Object();

    @BeforeEach
    void install() {
        SseStreams.install(tracker);
    }

    @AfterEach
    void uninstall() {
        SseStreams.install(null);
        ServletResponses.listener(null);
    }

    private ServletStream kept() {
        ServletStream stream = (ServletStream) ServletResponses.stream(new StreamRequest("servlet"));
        SseStreams.keep(output, stream);
        return stream;
    }

    @Test
    void aStreamOpensWithWhatIsWrittenFirst() {
        ServletStream stream = kept();
        assertThat(tracker.calls).isEmpty();

        stream.wrote(new byte[] {'a'}, 0, 1, 0);
        stream.flushed();

        assertThat(tracker.calls).containsExactly("opened servlet");
    }

    @Test
    void oneThatNothingIsWrittenToNeverWas() {
        ServletStream stream = kept();
        stream.close();
        stream.flushed();

        assertThat(tracker.calls).isEmpty();
    }

    @Test
    void onlyTheOutermostWriteOfAThreadCounts() {
        ServletStream stream = kept();

        assertThat(ServletResponses.writing(output)).isSameAs(stream);
        assertThat(ServletResponses.writing(output)).isNull();
        stream.left();
        assertThat(ServletResponses.writing(output)).isSameAs(stream);
    }

    @Test
    void whatComesAfterTheCloseIsOfSomebodyElse() {
        ServletStream stream = kept();
        stream.wrote('a', 0);
        stream.close();
        stream.wrote('b', 0);

        assertThat(ServletResponses.writing(output)).isNull();
        assertThat(written.closed).isTrue();
        assertThat(written.bytes.toByteArray()).isEqualTo(new byte[] {'a'});
    }

    @Test
    void textCountsAsTheBytesOfUtf8HoweverItIsCut() {
        String text = "data: a\u00e4\u20ac\ud83d\ude00".repeat(2000);
        ServletStream stream = kept();
        for (int i = 0; i < text.length() / 2; i++) {
            stream.wroteChar(text.charAt(i), 0);
        }
        stream.wroteText(text, text.length() / 2, text.length(), 0);
        stream.wroteText(text.toCharArray(), 0, text.length(), 0);

        assertThat(written.bytes.toByteArray()).isEqualTo((text + text).getBytes(UTF_8));
    }

    @Test
    void aRequestIsKnownWhileItsServletRuns() {
        Object response = new Object();
        assertThat(ServletResponses.requestOf(response)).isNull();

        ServletResponses.started(response, "request");
        ServletResponses.started(response, "forwarded");
        assertThat(ServletResponses.requestOf(response)).isEqualTo("request");
        ServletResponses.ended(response);

        assertThat(ServletResponses.requestOf(response)).isNull();
    }

    @Test
    void aClassIsMetOncePerRole() {
        List<String> met = new ArrayList<>();
        ServletResponses.listener((type, role, api) -> met.add(type.getSimpleName() + role));
        class Response {}

        for (int i = 0; i < 3; i++) {
            assertThat(ServletResponses.follows(new Response(), ServletClassListener.RESPONSE, "javax.servlet"))
                    .isTrue();
            assertThat(ServletResponses.follows(new Response(), ServletClassListener.OUTPUT, "javax.servlet"))
                    .isTrue();
        }
        assertThat(ServletResponses.follows(null, ServletClassListener.OUTPUT, "javax.servlet"))
                .isFalse();
        assertThat(met).containsExactly("Response0", "Response1");
    }

    @Test
    void anOrdinaryRequestAllocatesNothing() {
        ServletResponses.listener((type, role, api) -> true);
        Object response = new Object();
        long before = 0;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 3; round++) {
            before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 10_000; i++) {
                ServletResponses.follows(response, ServletClassListener.RESPONSE, "javax.servlet");
                ServletResponses.started(response, output);
                ServletResponses.writing(output);
                ServletResponses.ended(response);
            }
        }
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(10_000);
    }
}
