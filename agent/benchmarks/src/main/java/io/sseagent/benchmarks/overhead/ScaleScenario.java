package io.sseagent.benchmarks.overhead;

import java.io.IOException;

/** CPU per event while few or many streams are open and each gets its share of the same number of events. */
final class ScaleScenario {
    private static final int WARM_UPS = 2;

    private final OverheadRun run;

    ScaleScenario(OverheadRun run) {
        this.run = run;
    }

    void run() throws IOException {
        for (int wanted : run.options().streams()) {
            int streams = Math.min(wanted, Machine.mostStreams());
            for (int launch = 0; launch < run.options().launches(); launch++) {
                OverheadRun.say("scale: " + streams + " streams, launch " + launch);
                for (Variant variant : run.order(launch)) {
                    try (Server server = run.start(Application.TOMCAT, variant);
                            ForkedJvm client = run.workplace().forkClient()) {
                        if (server != null) {
                            measure(server, client, streams, launch);
                        }
                    }
                }
            }
        }
    }

    private void measure(Server server, ForkedJvm client, int streams, int launch) throws IOException {
        int events = Math.max(run.options().events() / WARM_UPS, streams);
        Figure cpu = Figure.ratio("CPU per event, Tomcat, " + streams + " streams open", "ns");
        Figure allocated = Figure.difference("allocated per event, Tomcat, " + streams + " streams open", "B");
        client.ask("hold " + server.port() + " " + streams + " /hold");
        int rounds = run.options().rounds();
        for (int round = -WARM_UPS; round < rounds; round++) {
            ProcessSample before = server.sample();
            server.broadcast(events);
            ProcessSample after = server.sample();
            if (round >= 0) {
                int index = launch * rounds + round;
                run.measurements()
                        .add(cpu, server.name(), index, (double) (after.cpuNanos() - before.cpuNanos()) / events);
                run.measurements()
                        .add(
                                allocated,
                                server.name(),
                                index,
                                (double) (after.allocatedBytes() - before.allocatedBytes()) / events);
            }
        }
    }
}
