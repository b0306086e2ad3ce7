package io.sseagent.benchmarks.overhead;

import java.io.IOException;

/** A new JVM per variant and round, until its first answer. The first round fills the page cache and is not counted. */
final class StartScenario {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private final OverheadRun run;
    private final Application application;
    private final Figure wall;
    private final Figure cpu;
    private final Figure classes;
    private final Figure metaspace;
    private final Figure resident;

    StartScenario(OverheadRun run, Application application) {
        this.run = run;
        this.application = application;
        String start = "start of " + application.folder() + " to first response, ";
        this.wall = Figure.ratio(start + "wall", "s");
        this.cpu = Figure.ratio(start + "CPU", "s");
        this.classes = Figure.difference(start + "classes", "");
        this.metaspace = Figure.difference(start + "metaspace", "MiB");
        this.resident = Figure.difference(start + "RSS", "MiB");
    }

    void run() throws IOException {
        for (int round = 0; round <= run.options().starts(); round++) {
            OverheadRun.say("start " + application.folder() + ", round " + round);
            for (Variant variant : run.order(round)) {
                try (Server server = run.start(application, variant)) {
                    if (server != null && round > 0) {
                        record(server, round);
                    }
                }
            }
        }
    }

    private void record(Server server, int round) throws IOException {
        ProcessSample sample = server.sample();
        Measurements measurements = run.measurements();
        String name = server.name();
        measurements.add(wall, name, round, server.startNanos() / NANOS_PER_SECOND);
        measurements.add(cpu, name, round, sample.cpuNanos() / NANOS_PER_SECOND);
        measurements.add(classes, name, round, (double) sample.classes());
        measurements.add(metaspace, name, round, sample.metaspaceBytes() / BYTES_PER_MEBIBYTE);
        measurements.add(resident, name, round, sample.residentBytes() / BYTES_PER_MEBIBYTE);
    }
}
