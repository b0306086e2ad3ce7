package io.sseagent.prometheus;

import io.sseagent.core.config.ExporterConfig;
import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.StreamModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;

/**
 * Serves the model as Prometheus metrics on threads of its own, all daemons. Nothing that goes wrong here reaches the host: it
 * is a line in the log.
 */
public final class MetricsEndpoint {
    private static final int BACKLOG = 128;

    private final StreamModel model;
    private final ExporterConfig config;
    private final AgentLog log;
    private final EndpointLimits limits;
    private final BodyMemory bodies = new BodyMemory();
    private final ScrapeHandler scrapes;
    private final CardinalityHandler cardinality;
    private final SwitchHandler switches;

    // Guarded by this.
    private Thread thread;
    private Transport transport;
    private WatchedCredentials credentials;
    private EndpointHandler handler;
    private ConnectionAcceptor acceptor;
    private boolean stopped;

    private volatile InetSocketAddress address;

    /** An endpoint that is not started yet; the versions are what {@code sse_agent_build_info} tells. */
    public MetricsEndpoint(
            StreamModel model,
            AgentSwitch agentSwitch,
            ExporterConfig config,
            String agentVersion,
            String javaVersion,
            AgentLog log) {
        this(model, agentSwitch, config, agentVersion, javaVersion, log, EndpointLimits.DEFAULT);
    }

    MetricsEndpoint(
            StreamModel model,
            AgentSwitch agentSwitch,
            ExporterConfig config,
            String agentVersion,
            String javaVersion,
            AgentLog log,
            EndpointLimits limits) {
        this.model = model;
        this.config = config;
        this.log = log;
        this.limits = limits;
        model.health().expect(EndpointHandler.COMPONENT);
        MetricsReader reader = new MetricsReader(model, config.labels(), agentVersion, javaVersion);
        this.scrapes = new ScrapeHandler(reader, model.health(), bodies);
        this.cardinality = new CardinalityHandler(reader, model.health());
        this.switches = new SwitchHandler(agentSwitch);
    }

    /**
     * Opens the port and returns; a used port is tried again in the background until it is free. Resolves the host and reads keys
     * and credentials, so call it on the agent's own thread, once. Does nothing if the configuration switches the endpoint off.
     */
    public synchronized void start() {
        if (!config.enabled() || thread != null || stopped) {
            return;
        }
        InetAddress host;
        try {
            host = InetAddress.getByName(config.host());
        } catch (UnknownHostException e) {
            model.health().error(EndpointHandler.COMPONENT);
            log.warn("Metrics are not served: the host '" + config.host() + "' is unknown");
            return;
        }
        if (!secure()) {
            return;
        }
        boolean bound = bind(host, true);
        thread = DaemonThread.of("sse-agent-metrics", new Runnable() {
            @Override
            public void run() {
                serve(host, bound);
            }
        });
        model.health().threads().add(thread);
        thread.start();
    }

    /** False if it cannot be as safe as was asked for, in which case it is not to be at all. */
    private boolean secure() {
        try {
            credentials = new WatchedCredentials(config.security(), model.health(), log);
            AccessRules access = new AccessRules(credentials, model.health());
            handler = new EndpointHandler(access, config.path(), scrapes, cardinality, switches, model.health(), log);
            transport = Transport.of(config.security());
            return true;
        } catch (IOException | GeneralSecurityException | SecurityException e) {
            model.health().error(EndpointHandler.COMPONENT);
            log.error("Metrics are not served: their keys or credentials cannot be used", e);
            return false;
        }
    }

    private void serve(InetAddress host, boolean boundAtStart) {
        try {
            boolean bound = boundAtStart;
            while (!bound) {
                Thread.sleep(limits.retryMillis());
                bound = bind(host, false);
            }
            ConnectionAcceptor current = acceptor();
            if (current != null) {
                current.run();
            }
        } catch (InterruptedException e) {
            // stop() was called
        } catch (Throwable e) {
            log.error("The metrics endpoint has ended", e);
        }
    }

    /** True when the port is ours. */
    private synchronized boolean bind(InetAddress host, boolean firstAttempt) {
        ServerSocket server = null;
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(host, config.port()), BACKLOG);
            if (stopped) {
                server.close();
                return true;
            }
            acceptor = new ConnectionAcceptor(server, transport, handler, model.health(), limits, log);
            address = (InetSocketAddress) server.getLocalSocketAddress();
            log.info("metrics at " + config.scheme() + "://" + shown() + ":" + address.getPort() + config.path());
            return true;
        } catch (IOException | SecurityException e) {
            closeQuietly(server);
            if (firstAttempt) {
                model.health().error(EndpointHandler.COMPONENT);
                log.warn("Metrics are not served yet: port " + config.port() + " of " + shown() + " is not to be had ("
                        + e.getMessage() + "); trying again every " + limits.retryMillis() / 1000 + " s");
            }
            return false;
        }
    }

    private String shown() {
        return config.host().indexOf(':') < 0 ? config.host() : "[" + config.host() + "]";
    }

    private static void closeQuietly(ServerSocket server) {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            // it was never bound
        }
    }

    private synchronized ConnectionAcceptor acceptor() {
        return acceptor;
    }

    /**
     * Takes notice of credentials that have changed on disk, and lets go of memory that scrapes have no use for; cheap, for the
     * agent's own thread once a second.
     */
    public void refresh() {
        if (model.isRecording()) {
            bodies.secondPassed();
        } else {
            // the heap may be full, and what a disabled agent answers is short
            bodies.forget();
        }
        WatchedCredentials files = watched();
        if (files != null) {
            files.refresh();
        }
    }

    private synchronized WatchedCredentials watched() {
        return credentials;
    }

    /** Where it listens, with the actual port; null while it does not. */
    public InetSocketAddress address() {
        return address;
    }

    /** Closes the port and every connection, and gives up waiting for the port. Idempotent; any thread. */
    public synchronized void stop() {
        stopped = true;
        address = null;
        if (thread != null) {
            thread.interrupt();
        }
        if (acceptor != null) {
            try {
                acceptor.close();
            } catch (IOException e) {
                log.debug("The metrics endpoint did not close", e);
            }
        }
    }
}
