package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricSink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private final GivenModel given = new GivenModel();
    private final List<String> seen = new ArrayList<>();

    @Test
    void aWatchSeesEachStreamOnceFromItsOpeningToItsEnd() {
        List<StreamLife> lives = new ArrayList<>();
        given.model.watches().add(new Noting() {
            @Override
            protected void opened(StreamLife stream, StreamRequest request) {
                super.opened(stream, request);
                lives.add(stream);
            }

            @Override
            protected void closed(StreamLife stream, CloseReason reason) {
                super.closed(stream, reason);
                lives.remove(stream);
            }
        });
        SseStream stream = given.open(GivenModel.get("/prices"));
        GivenModel.write(stream, "data: 1\n\n");

        assertThat(lives).hasSize(1);
        assertThat(lives.get(0).events()).isEqualTo(1);
        assertThat(lives.get(0).bytes()).isEqualTo(9);
        assertThat(lives.get(0).endpoint().route()).isEqualTo("/prices");
        stream.evidence(CloseReason.COMPLETE);
        stream.close();
        stream.close();

        assertThat(seen).containsExactly("opened", "closed COMPLETE");
        assertThat(lives).isEmpty();
    }

    @Test
    void whatItThrowsCostsNoStreamAndAfterTenTimesItIsLeftAlone() {
        given.model.watches().add(new Noting() {
            @Override
            protected void opened(StreamLife stream, StreamRequest request) {
                super.opened(stream, request);
                throw new IllegalStateException("on purpose");
            }
        });
        for (int i = 0; i < 12; i++) {
            given.open(GivenModel.get("/prices"));
        }

        assertThat(given.model.tracked()).isEqualTo(12);
        assertThat(seen).hasSize(10);
        assertThat(given.model.health().errors()).containsEntry("noting", 10L);
    }

    @Test
    void nothingIsLookedAtBeforeTheFirstStream() throws Exception {
        Watch noting = new Noting();
        given.model.watches().add(noting);
        given.model.watches().look(noting);
        assertThat(seen).isEmpty();

        given.open(GivenModel.get("/prices")).close();
        given.model.watches().look(noting);
        assertThat(seen).endsWith("looked");
    }

    @Test
    void whatALookThrowsIsForTheAgentsThread() {
        Watch failing = new Noting() {
            @Override
            protected void look() {
                throw new IllegalStateException("on purpose");
            }
        };
        given.model.watches().add(failing);
        given.open(GivenModel.get("/prices"));

        assertThatThrownBy(() -> given.model.watches().look(failing)).hasMessage("on purpose");
    }

    @Test
    void oneThatCannotBeReadLeavesTheOthers() {
        given.model.watches().add(new Noting() {
            @Override
            protected void read(MetricSink sink) {
                throw new IllegalStateException("on purpose");
            }
        });
        given.model.watches().add(new Noting());
        given.model.watches().read(null);

        assertThat(seen).containsExactly("read");
        assertThat(given.model.health().errors()).containsEntry("noting", 1L);
    }

    private class Noting extends Watch {
        @Override
        public String component() {
            return "noting";
        }

        @Override
        protected void opened(StreamLife stream, StreamRequest request) {
            seen.add("opened");
        }

        @Override
        protected void closed(StreamLife stream, CloseReason reason) {
            seen.add("closed " + reason);
        }

        @Override
        protected void look() {
            seen.add("looked");
        }

        @Override
        protected void read(MetricSink sink) {
            seen.add("read");
        }
    }
}
