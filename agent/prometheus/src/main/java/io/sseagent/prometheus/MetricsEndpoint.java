package io.sseagent.prometheus;

import io.sseagent.core.config.ExporterConfig;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.StreamModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Serves the model as Prometheus metrics on threads of its own, all daemons. Nothing that goes wrong here reaches the host: it
 * is a line in the log.
 */
public final class MetricsEndpoint {
    private static final int BACKLOG = 16;

    private final StreamModel model;
    private final ExporterConfig config;
    private final AgentLog log;
    private final EndpointLimits limits;
    private final ScrapeHandler handler;

    // Guarded by this.
    private Thread thread;
    private ConnectionAcceptor acceptor;
    private boolean stopped;

    private volatile InetSocketAddress address;

    /** An endpoint that is not started yet; the versions are what {@code sse_agent_build_info} tells. */
    public MetricsEndpoint(
            StreamModel model, ExporterConfig config, String agentVersion, String javaVersion, AgentLog log) {
        this(model, config, agentVersion, javaVersion, log, EndpointLimits.DEFAULT);
    }

    MetricsEndpoint(
            StreamModel model,
            ExporterConfig config,
            String agentVersion,
            String javaVersion,
            AgentLog log,
            EndpointLimits limits) {
        this.model = model;
        this.config = config;
        this.log = log;
        this.limits = limits;
        MetricsReader reader = new MetricsReader(model, agentVersion, javaVersion);
        this.handler = new ScrapeHandler(reader, config.path(), model.health(), log);
    }

    /**
     * Opens the port and returns; a used port is tried again in the background until it is free. Resolves the host, so call it
     * on the agent's own thread, once. Does nothing if the configuration switches the endpoint off.
     */
    public synchronized void start() {
        if (!config.enabled() || thread != null || stopped) {
            return;
        }
        InetAddress host;
        try {
            host = InetAddress.getByName(config.host());
        } catch (UnknownHostException e) {
            model.health().error("metrics_endpoint");
            log.warn("Metrics are not served: the host '" + config.host() + "' is unknown");
            return;
        }
        boolean bound = bind(host, true);
        thread = DaemonThread.of("sse-agent-metrics", new Runnable() {
            @Override
            public void run() {
                serve(host, bound);
            }
        });
        thread.start();
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
            acceptor = new ConnectionAcceptor(server, handler, limits, log);
            address = (InetSocketAddress) server.getLocalSocketAddress();
            log.info("metrics at http://" + shown() + ":" + address.getPort() + config.path());
            return true;
        } catch (IOException | SecurityException e) {
            closeQuietly(server);
            if (firstAttempt) {
                model.health().error("metrics_endpoint");
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
