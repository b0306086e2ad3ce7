package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.util.Map;
import java.util.Properties;

/** Models and requests as the agent and the Tomcat tap make them. */
final class Models {
    private Models() {}

    /** A model with every setting at its default, put behind the bridge. */
    static StreamModel installed() {
        StreamModel model = new StreamModel(
                AgentConfig.load(null, new Properties(), Map.of()).model(),
                new AgentHealth(),
                Clock.SYSTEM,
                new Failing());
        SseStreams.install(model);
        return model;
    }

    /** A new stream of {@code path}, opened through the bridge. */
    static SseStream open(String path, String userAgent) {
        return SseStreams.opened(request(path, userAgent));
    }

    private static StreamRequest request(String path, String userAgent) {
        return new StreamRequest("tomcat")
                .header(StreamRequest.USER_AGENT, userAgent)
                .servlet("", path, null, new String[] {path})
                .elapsedNanos(1_000_000)
                .line("GET", path, "HTTP/1.1", "127.0.0.1");
    }

    /** A benchmark of advice that fails would measure something else. */
    private static final class Failing implements AdviceFailureListener {
        @Override
        public void firstFailure(String advice, Throwable failure) {
            throw new IllegalStateException(advice, failure);
        }

        @Override
        public void tooManyFailures(String advice) {
            throw new IllegalStateException(advice);
        }
    }
}
