package io.sseagent.benchmarks.overhead;

import java.io.IOException;

/** What can be asked for by name. */
enum Scenario {
    START {
        @Override
        void run(OverheadRun run) throws IOException {
            new StartScenario(run, Application.TOMCAT).run();
        }
    },
    START_WEBFLUX {
        @Override
        void run(OverheadRun run) throws IOException {
            new StartScenario(run, Application.WEBFLUX).run();
        }
    },
    EVENTS {
        @Override
        void run(OverheadRun run) throws IOException {
            Load load = Load.events(run.options().events(), true);
            new LoadScenario(run, Application.TOMCAT, load, "event, Tomcat").run();
        }
    },
    BATCHED {
        @Override
        void run(OverheadRun run) throws IOException {
            Load load = Load.events(run.options().events() * BATCHED_FACTOR, false);
            new LoadScenario(run, Application.TOMCAT, load, "event, Tomcat, not flushed one by one").run();
        }
    },
    WEBFLUX {
        @Override
        void run(OverheadRun run) throws IOException {
            Load load = Load.events(run.options().events() / WEBFLUX_DIVISOR, true);
            new LoadScenario(run, Application.WEBFLUX, load, "event, WebFlux on Netty").run();
        }
    },
    REQUESTS {
        @Override
        void run(OverheadRun run) throws IOException {
            Load load = Load.requests(run.options().requests());
            new LoadScenario(run, Application.TOMCAT, load, "ordinary request, Tomcat").run();
        }
    },
    IDLE {
        @Override
        void run(OverheadRun run) throws IOException {
            new IdleScenario(run).run();
        }
    },
    SCALE {
        @Override
        void run(OverheadRun run) throws IOException {
            new ScaleScenario(run).run();
        }
    };

    /** An event that is not flushed costs a tenth: more of them, so that a round stays as long. */
    private static final int BATCHED_FACTOR = 4;

    private static final int WEBFLUX_DIVISOR = 5;

    abstract void run(OverheadRun run) throws IOException;
}
