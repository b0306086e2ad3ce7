package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumptionTest {
    private final GivenModel given = new GivenModel();

    /** The ids of the events that follow; a dash stands for none. */
    @ParameterizedTest
    @CsvSource({
        "41, 42, CONTINUED",
        "41, 42 43, CONTINUED",
        "41, 44 45, GAP",
        "41, 44, GAP",
        // numbered together with events that are not for this stream
        "41, 44 47, CONTINUED",
        "41, 44 -, CONTINUED",
        "41, 41 42, REPEAT",
        "41, 1, REPEAT",
        "41, -, IGNORED",
        "41, - 42, IGNORED",
        "41, abc, IGNORED",
        "41, 01ARZ3NDEKTSV4RRFFQ69G5FAV, IGNORED",
        "5-1, 9-0, CONTINUED",
        "5-1, 5-1, REPEAT",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV, 01ARZ3NDEKZZZZZZZZZZZZZZZZ, CONTINUED",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV, 01ARZ3NDEKTSV4RRFFQ69G5FAV, REPEAT",
    })
    void whatFollowsTellsWhatTheApplicationMadeOfIt(String last, String ids, ResumeOutcome outcome) {
        SseStream stream = resumed(last);
        for (String id : ids.split(" ")) {
            write(stream, id.equals("-") ? "data: 1\n\n" : "id: " + id + "\ndata: 1\n\n");
        }
        stream.close();

        assertThat(resumes()).isEqualTo(Map.of(outcome, 1L));
    }

    @Test
    void whatIsKnownIsCountedAtOnceAndOnce() {
        SseStream stream = resumed("41");
        write(stream, ": hello\n\nid: 42\n\n");
        assertThat(resumes()).isEmpty();

        write(stream, "data: the block before had no data\n\n");
        assertThat(resumes()).isEqualTo(Map.of(ResumeOutcome.CONTINUED, 1L));

        write(stream, "id: 99\ndata: 1\n\n");
        stream.close();
        assertThat(resumes()).isEqualTo(Map.of(ResumeOutcome.CONTINUED, 1L));
    }

    @Test
    void withoutAnEventOrAnOrderNothingIsKnown() {
        resumed("41").close();
        for (String last : new String[] {"abc", "", "550e8400-e29b-41d4-a716-446655440000", "9".repeat(1_000_000)}) {
            SseStream stream = resumed(last);
            write(stream, "id: 42\ndata: 1\n\n");
            stream.close();
        }
        SseStream fresh = given.open(get("/feed"));
        write(fresh, "id: 42\ndata: 1\n\n");

        assertThat(resumes()).isEmpty();
    }

    @Test
    void anEndlessIdIsNoPosition() {
        write(resumed("41"), "id: 42" + "0".repeat(1_000_000) + "\ndata: 1\n\n");

        assertThat(resumes()).isEqualTo(Map.of(ResumeOutcome.IGNORED, 1L));
    }

    @Test
    void whatWasMissedInAPauseIsNotJudged() {
        SseStream stream = resumed("41");
        given.model.switchTo(false);
        given.model.switchTo(true);
        write(stream, "id: 99\ndata: 1\n\n");
        stream.close();

        assertThat(resumes()).isEmpty();
    }

    private SseStream resumed(String lastEventId) {
        return given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, lastEventId));
    }

    private Map<ResumeOutcome, Long> resumes() {
        Map<ResumeOutcome, Long> resumes = new EnumMap<>(ResumeOutcome.class);
        for (ResumeOutcome outcome : ResumeOutcome.values()) {
            long count = given.read().totals().resumeCount(outcome);
            if (count > 0) {
                resumes.put(outcome, count);
            }
        }
        return resumes;
    }
}
