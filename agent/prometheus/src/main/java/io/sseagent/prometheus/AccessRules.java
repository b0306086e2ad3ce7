package io.sseagent.prometheus;

import io.sseagent.core.health.AgentHealth;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;

/**
 * Who may ask for what. Local clients and those with credentials may ask for everything; without credentials in the configuration
 * anybody may ask for the metrics. Wrong credentials never get through, wherever they come from. Thread-safe.
 */
final class AccessRules {
    /** What a proxy on this host adds: behind it is anybody. */
    private static final String[] FORWARDING = {
        "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "x-client-ip", "via"
    };

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final String CHALLENGE = "WWW-Authenticate: Basic realm=\"metrics\", charset=\"UTF-8\"\r\n"
            + "WWW-Authenticate: Bearer realm=\"metrics\"\r\n";
    private static final String RETRY = "Retry-After: " + FailedLogins.WINDOW_SECONDS + "\r\n";

    private final Credentials credentials;
    private final AgentHealth health;
    private final FailedLogins failedLogins = new FailedLogins();

    AccessRules(Credentials credentials, AgentHealth health) {
        this.credentials = credentials;
        this.health = health;
    }

    /** In words for the log, who it is that asks from {@code peer}; throws if they may not. */
    String admit(RequestHead request, InetAddress peer, boolean forMetrics) throws RequestRejected {
        String authorization = request.header("authorization");
        if (authorization != null && !credentials.isEmpty()) {
            return peer.getHostAddress() + " as " + authenticate(authorization, peer);
        }
        if (isLocal(request, peer) || (forMetrics && credentials.isEmpty())) {
            return peer.getHostAddress();
        }
        if (credentials.isEmpty()) {
            health.denied("forbidden");
            throw new RequestRejected(403, "Only from this host");
        }
        throw unauthenticated();
    }

    /**
     * A page in a browser on this host is not its user. It says where it is from when it asks for more than to read; one whose name
     * was made to point here (DNS rebinding) still calls this host by that name.
     */
    private static boolean isLocal(RequestHead request, InetAddress peer) {
        boolean local =
                peer.isLoopbackAddress() && request.header("origin") == null && namesThisHost(request.header("host"));
        for (String header : FORWARDING) {
            local &= request.header(header) == null;
        }
        return local;
    }

    /** Null is what no browser sends. */
    private static boolean namesThisHost(String host) {
        return host == null || LOOPBACK.matcher(host).matches();
    }

    private String authenticate(String authorization, InetAddress peer) throws RequestRejected {
        try {
            String remembered = credentials.rememberedUserOf(authorization);
            if (remembered != null) {
                return remembered;
            }
            if (!failedLogins.attempt(peer, System.nanoTime())) {
                health.denied("throttled");
                throw new RequestRejected(429, "Too many failed attempts", RETRY);
            }
            String user = credentials.userOf(authorization);
            if (user == null) {
                throw unauthenticated();
            }
            failedLogins.succeeded(peer);
            return user;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot check credentials", e);
        }
    }

    private RequestRejected unauthenticated() {
        health.denied("unauthenticated");
        return new RequestRejected(401, "Credentials are needed", CHALLENGE);
    }
}
