package io.sseagent.core.wire;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.WireConfig;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Samples what lies between the application and its clients: bytes that the server or the kernel holds back, and what the kernel knows of
 * the other side. Only while streams are open, and seldom enough to take no more than a hundredth of a core.
 *
 * <p>Streams come and go on the application's threads, samples are taken on the agent's, and readers see the last one.
 */
public final class WireWatch extends Watch {
    private static final File PROC_NET = new File("/proc/net");
    private static final int COST_SHARE = 100;

    private final StreamModel model;
    private final WireConfig config;
    private final Clock clock;
    private final AgentLog log;
    private final SocketHash hash;
    private final Kernel kernel;
    private final Map<StreamLife, OpenSocket> open = new ConcurrentHashMap<>();
    private final Map<String, RouteWire> routes = new ConcurrentHashMap<>();

    // Of the agent's thread.
    private final OpenSockets sockets = new OpenSockets();
    private final PendingBytes pendingBytes = new PendingBytes();
    private boolean sampled;
    private boolean empty = true;
    private boolean told;
    private long dueNanos;

    private volatile boolean kernelReadable;
    private volatile long retransmittedSegments = -1;

    /** Of the kernel under this JVM. */
    public WireWatch(StreamModel model, WireConfig config, AgentLog log) {
        this(model, config, log, Clock.SYSTEM, PROC_NET);
    }

    /** Of a kernel whose tables lie in a folder, by a clock of its own. */
    public WireWatch(StreamModel model, WireConfig config, AgentLog log, Clock clock, File procNet) {
        this.model = model;
        this.config = config;
        this.clock = clock;
        this.log = log;
        this.hash = new SocketHash(System.nanoTime() ^ (long) System.identityHashCode(this) << Integer.SIZE);
        this.kernel = new Kernel(procNet, hash, config.maxSockets(), model.health());
    }

    @Override
    public String component() {
        return "wire";
    }

    @Override
    protected void opened(StreamLife stream, StreamRequest request) {
        long socket = hash.of(request.peer(), request.peerPort(), request.localPort());
        if (socket != SocketHash.NONE) {
            open.put(
                    stream,
                    new OpenSocket(
                            socket,
                            request.localPort(),
                            route(stream.endpoint().route()),
                            request.connection(),
                            request.pendingBytes()));
        }
    }

    private RouteWire route(String name) {
        RouteWire route = routes.get(name);
        if (route == null) {
            RouteWire fresh = new RouteWire(name);
            RouteWire raced = routes.putIfAbsent(name, fresh);
            route = raced == null ? fresh : raced;
        }
        return route;
    }

    @Override
    protected void closed(StreamLife stream, CloseReason reason) {
        OpenSocket socket = open.remove(stream);
        if (socket != null) {
            socket.events(stream.events());
        }
    }

    @Override
    protected void look() {
        long start = clock.nanos();
        boolean nothingNew = open.isEmpty() && empty;
        if (nothingNew || !model.isRecording() || (sampled && start - dueNanos < 0)) {
            return;
        }
        sample();
        sampled = true;
        long end = clock.nanos();
        dueNanos = end + Math.max(config.intervalNanos(), (end - start) * COST_SHARE);
    }

    private void sample() {
        empty = open.isEmpty();
        sockets.begin(open.size());
        int place = 0;
        for (OpenSocket socket : open.values()) {
            sockets.add(socket, place++);
        }
        try {
            look(kernel.showTo(sockets));
            retransmittedSegments = kernel.retransmittedSegments();
            judge(kernelReadable && kernel.isComplete());
            // before anybody can read of the FIN: what is written from then on counts
            followFins();
            sum();
        } finally {
            sockets.end();
        }
    }

    private void judge(boolean complete) {
        for (int slot = 0; slot < sockets.capacity(); slot++) {
            for (OpenSocket each = sockets.at(slot); each != null; each = each.sameSocket) {
                each.judge(sockets.at(slot), complete);
            }
        }
    }

    private void look(boolean readable) {
        kernelReadable = readable;
        if (!readable && !told) {
            told = true;
            log.info(
                    "the kernel's table of sockets cannot be read: its backlog, half-closed and retransmitting streams stay"
                            + " unknown");
        }
    }

    private void sum() {
        for (RouteWire route : routes.values()) {
            route.begin();
        }
        for (int slot = 0; slot < sockets.capacity(); slot++) {
            OpenSocket first = sockets.at(slot);
            if (first != null) {
                long pending = pending(first);
                for (OpenSocket each = first; each != null; each = each.sameSocket) {
                    each.route.add(first, pending, config.backlogMinBytes());
                }
            }
        }
        for (RouteWire route : routes.values()) {
            route.publish();
        }
    }

    private long pending(OpenSocket socket) {
        Object connection = socket.connection == null ? null : socket.connection.get();
        return connection == null ? PendingBytes.UNKNOWN : pendingBytes.of(connection, socket.pendingBytes);
    }

    private void followFins() {
        for (Map.Entry<StreamLife, OpenSocket> each : open.entrySet()) {
            OpenSocket socket = each.getValue();
            long events = each.getKey().events();
            if (socket.halfClosed) {
                socket.finSeen(events);
            }
            socket.events(events);
        }
    }

    @Override
    protected void read(MetricSink sink) {
        boolean readable = kernelReadable;
        for (RouteWire route : routes.values()) {
            route.read(sink, readable);
        }
        long segments = retransmittedSegments;
        if (segments >= 0) {
            sink.count(MetricCatalogue.TCP_RETRANSMITTED, segments);
        }
    }
}
