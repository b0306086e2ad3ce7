package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An agent that a team may run already, with a back end of its own in the tests. For one JVM; ends with it. */
interface OtherAgent extends AutoCloseable {
    /** All that the Maven profile {@code other-agents} has fetched. */
    static Stream<OtherAgent> all() {
        return Stream.of(
                SendingAgent.openTelemetry(), SendingAgent.datadog(), SendingAgent.elastic(), new JmxExporter());
    }

    /** The option that makes {@code java} start the agent in the jar of this name. */
    static String javaagent(String name) {
        return "-javaagent:" + Path.of(System.getProperty("other.agents"), name + ".jar");
    }

    /** Of {@code java}. */
    List<String> options();

    /** Waits until it has told its back end of a request to this path, or, if it knows no requests, of anything. */
    void awaitReport(String path);

    /** Whether it does so, alone, of event streams of the server with this tap. */
    boolean tellsOfStreams(String tap);

    @Override
    void close();
}
