package io.sseagent.core.wire;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerNumber;
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
    private final NumberReader numbers = new NumberReader();
    private final Buffers buffers = new Buffers(numbers);
    private final Pace samples;
    private final Pace looks;
    private boolean empty = true;
    private boolean told;

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
        this.samples = new Pace(model.health().threads(), clock);
        this.looks = new Pace(model.health().threads(), clock);
        this.kernel = new Kernel(procNet, hash, config.maxSockets(), model.health());
    }

    @Override
    public String component() {
        return "wire";
    }

    @Override
    protected void opened(StreamLife stream, StreamRequest request) {
        long socket = hash.of(request.peer(), request.peerPort(), request.localPort());
        // of a stream that was open before, the bytes before are not known
        ServerNumber written = stream.startKnown() ? request.written() : null;
        if (socket != SocketHash.NONE || written != null) {
            RouteWire route = route(stream.endpoint().route());
            HeldBytes held = written == null ? null : new HeldBytes(written.source(), written.path());
            open.put(stream, new OpenSocket(socket, request.localPort(), route, request.backlog(), held));
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
        if (!model.isRecording()) {
            // what passes now is not counted, and would seem held for ever
            for (OpenSocket each : open.values()) {
                each.held = null;
            }
            return;
        }
        if (open.isEmpty() && empty) {
            return;
        }
        if (samples.begins()) {
            sample();
            samples.ends(config.intervalNanos());
        }
        if (looks.begins()) {
            buffers.look(open, routes.values(), clock.nanos());
            looks.ends(0);
        }
    }

    private void sample() {
        empty = open.isEmpty();
        sockets.begin(open.size());
        int place = 0;
        for (OpenSocket socket : open.values()) {
            if (socket.socket != SocketHash.NONE) {
                sockets.add(socket, place++);
            }
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
        return connection == null ? NumberReader.UNKNOWN : numbers.of(connection, socket.backlogPath);
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
