package io.sseagent.launcher;

import io.sseagent.core.config.ExporterConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import io.sseagent.prometheus.MetricsEndpoint;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The agent's own daemon thread: starts the exporter a second after the application's main has begun, then ticks once a second. */
final class Housekeeper implements Runnable {
    private static final String COMPONENT = "housekeeper";
    private static final String ENDPOINT = "io.sseagent.endpoint";
    private static final long TICK_MILLIS = 1000;
    private static final int BEATS_PER_TICK = 20;
    private static final long POLL_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    /** A boot wants every core; nobody scrapes yet, and a command that is done by then never opens a port. */
    private static final long BOOT_MILLIS = 1000;

    private final StreamModel model;
    private final ExporterConfig exporter;
    private final TapArming arming;
    private final AdviceFailures failures;
    private final SelfProtection protection;
    private final AgentLog log;
    private final String version;
    private final Thread main;
    private MetricsEndpoint endpoint;
    private InetSocketAddress announced;
    private boolean busy;

    /** Made on the thread that will run the application's main, unless {@code attached}. */
    Housekeeper(
            StreamModel model,
            ExporterConfig exporter,
            TapArming arming,
            AdviceFailures failures,
            SelfProtection protection,
            AgentLog log,
            String version,
            boolean attached) {
        this.model = model;
        this.exporter = exporter;
        this.arming = arming;
        this.failures = failures;
        this.protection = protection;
        this.log = log;
        this.version = version;
        this.main = attached ? null : Thread.currentThread();
    }

    static void start(Housekeeper housekeeper) {
        Thread thread = new Thread(null, housekeeper, "sse-agent-housekeeper");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        try {
            awaitMain();
            Runtime.getRuntime().addShutdownHook(new ShutdownNote(model));
            if (main != null) {
                Thread.sleep(BOOT_MILLIS);
            }
            startEndpoint();
            List<Duty> duties = new ArrayList<>(Arrays.asList(duties()));
            for (Watch watch : model.watches().all()) {
                duties.add(looking(watch));
            }
            while (true) {
                tick(duties);
                awaitTick();
            }
        } catch (InterruptedException | IllegalStateException stopping) {
            // the JVM is going down
        } catch (Throwable failure) {
            model.health().error(COMPONENT);
            log.error("housekeeping has ended, the application runs on", failure);
        } finally {
            model.rest();
        }
    }

    /** Without it the agent still watches over itself. */
    private void startEndpoint() {
        try {
            MetricsEndpoint fresh = new MetricsEndpoint(
                    model, protection.agentSwitch(), exporter, version, System.getProperty("java.version"), log);
            fresh.start();
            endpoint = fresh;
            if (fresh.address() == null) {
                System.setProperty(
                        ENDPOINT, "none: " + (exporter.enabled() ? "the port is not ours yet" : "switched off"));
            }
        } catch (Throwable failure) {
            model.health().error(COMPONENT);
            log.error("the exporter did not start, the application runs on", failure);
        }
    }

    /**
     * Libraries like WildFly's log manager refuse to start when somebody wakes logging or sockets before main, so this waits
     * until the launcher or the application is at the bottom of the main thread's stack.
     */
    private void awaitMain() throws InterruptedException {
        long deadline = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
        while (main != null && main.isAlive() && System.currentTimeMillis() < deadline) {
            StackTraceElement[] stack = main.getStackTrace();
            if (stack.length > 0 && !stack[stack.length - 1].getClassName().startsWith("sun.")) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void tick(List<Duty> duties) {
        long start = System.nanoTime();
        for (Duty duty : duties) {
            duty.attempt();
        }
        model.health().overhead("housekeeping", System.nanoTime() - start);
    }

    private void awaitTick() throws InterruptedException {
        for (int i = 0; busy && i < BEATS_PER_TICK; i++) {
            model.beat();
            Thread.sleep(TICK_MILLIS / BEATS_PER_TICK);
        }
        if (!busy) {
            Thread.sleep(TICK_MILLIS);
        }
    }

    /** What brings the agent to a halt comes first. */
    private Duty[] duties() {
        AgentHealth health = model.health();
        return new Duty[] {
            new Duty("disable_file", health, log) {
                @Override
                void perform() {
                    protection.checkFile();
                }
            },
            new Duty("arming", health, log) {
                @Override
                void perform() {
                    arming.tick();
                }
            },
            new Duty("failing_hooks", health, log) {
                @Override
                void perform() {
                    failures.settle();
                }
            },
            new Duty("circuit_breaker", health, log) {
                @Override
                void perform() {
                    protection.checkLimits();
                }
            },
            new Duty("model", health, log) {
                @Override
                void perform() {
                    busy = model.tick();
                }
            },
            new Duty(COMPONENT, health, log) {
                @Override
                void perform() {
                    if (endpoint != null) {
                        announce(endpoint.address());
                        endpoint.refresh();
                    }
                }
            }
        };
    }

    private Duty looking(Watch watch) {
        return new Duty(watch.component(), model.health(), log) {
            @Override
            void perform() throws Exception {
                model.watches().look(watch);
            }
        };
    }

    /** Tells {@code attach} where the metrics are, as soon as the port is ours. */
    private void announce(InetSocketAddress address) {
        if (address == null || address.equals(announced)) {
            return;
        }
        announced = address;
        String host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
        String url = exporter.scheme() + "://" + (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':'
                + address.getPort() + exporter.path();
        System.setProperty(ENDPOINT, url);
    }

    /** Streams that end while the JVM shuts down end because of that. */
    private static final class ShutdownNote extends Thread {
        private final StreamModel model;

        ShutdownNote(StreamModel model) {
            super(null, null, "sse-agent-shutdown");
            this.model = model;
        }

        @Override
        public void run() {
            model.jvmStopping();
        }
    }
}
