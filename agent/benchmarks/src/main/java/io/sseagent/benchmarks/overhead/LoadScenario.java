package io.sseagent.benchmarks.overhead;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All variants alive at once, the same work for each in turn, round by round: what the machine does besides hits all of them.
 * Only the server's process is measured, and an idle neighbour's time is its own.
 */
final class LoadScenario {
    /** A woven method waits its turn to be compiled: seconds on two cores that the load fills. */
    private static final int WARM_UPS = 6;

    private final OverheadRun run;
    private final Application application;
    private final Load load;
    private final String unit;
    private final Figure cpu;
    private final Figure allocated;

    LoadScenario(OverheadRun run, Application application, Load load, String unit) {
        this.run = run;
        this.application = application;
        this.load = load;
        this.unit = unit;
        this.cpu = Figure.ratio("CPU per " + unit, "ns");
        this.allocated = Figure.difference("allocated per " + unit, "B");
    }

    void run() throws IOException {
        int rounds = run.options().rounds();
        for (int launch = 0; launch < run.options().launches(); launch++) {
            List<Server> servers = new ArrayList<>();
            try (ForkedJvm client = run.workplace().forkClient()) {
                for (Variant variant : run.order(launch)) {
                    Server server = run.start(application, variant);
                    if (server != null) {
                        servers.add(server);
                    }
                }
                for (int round = -WARM_UPS; round < rounds; round++) {
                    OverheadRun.say(unit + ": launch " + launch + ", round " + round);
                    for (Server server : OverheadRun.rotated(servers, round)) {
                        measure(server, client, round < 0 ? -1 : launch * rounds + round);
                    }
                }
            } finally {
                for (Server server : servers) {
                    server.close();
                }
            }
        }
    }

    private void measure(Server server, ForkedJvm client, int round) throws IOException {
        ProcessSample before = server.sample();
        client.ask(load.command(server.port()));
        ProcessSample after = server.sample();
        if (round >= 0) {
            run.measurements()
                    .add(cpu, server.name(), round, (double) (after.cpuNanos() - before.cpuNanos()) / load.units());
            run.measurements()
                    .add(
                            allocated,
                            server.name(),
                            round,
                            (double) (after.allocatedBytes() - before.allocatedBytes()) / load.units());
        }
    }
}
