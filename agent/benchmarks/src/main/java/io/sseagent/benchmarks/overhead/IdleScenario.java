package io.sseagent.benchmarks.overhead;

import java.io.IOException;

/** The heap that one more open stream keeps, after collections; some that are open already have loaded what is loaded once. */
final class IdleScenario {
    private static final int WARM_UP_STREAMS = 300;

    private final OverheadRun run;
    private final int streams;
    private final Figure heap;

    IdleScenario(OverheadRun run) {
        this.run = run;
        this.streams =
                run.options().streams().get(Math.min(1, run.options().streams().size() - 1));
        this.heap = Figure.difference("heap per idle stream, Tomcat, " + streams + " open", "B");
    }

    void run() throws IOException {
        for (int launch = 0; launch < run.options().launches(); launch++) {
            OverheadRun.say("idle streams: launch " + launch);
            for (Variant variant : run.order(launch)) {
                try (Server server = run.start(Application.TOMCAT, variant);
                        ForkedJvm client = run.workplace().forkClient()) {
                    if (server != null) {
                        hold(client, server, WARM_UP_STREAMS);
                        long before = server.settled().heapBytes();
                        hold(client, server, streams);
                        long after = server.settled().heapBytes();
                        run.measurements().add(heap, server.name(), launch, (double) (after - before) / streams);
                    }
                }
            }
        }
    }

    private static void hold(ForkedJvm client, Server server, int streams) throws IOException {
        client.ask("hold " + server.port() + " " + streams + " /hold");
    }
}
