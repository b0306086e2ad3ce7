package io.sseagent.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Request line and headers of one HTTP/1.x request (RFC 9112, 2 to 5), read from a socket within a bound. Immutable. */
final class RequestHead {
    private static final int MAX_BYTES = 8192;

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers = new HashMap<>();

    private RequestHead(String[] lines) throws RequestRejected {
        String[] parts = lines[0].split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/")) {
            throw new RequestRejected(400, "Bad request line");
        }
        if (!parts[2].startsWith("HTTP/1.")) {
            throw new RequestRejected(505, "Only HTTP/1.1 is spoken here");
        }
        String target = originForm(parts[1]);
        int question = target.indexOf('?');
        this.method = parts[0];
        this.path = question < 0 ? target : target.substring(0, question);
        this.query = question < 0 ? null : target.substring(question + 1);
        for (int i = 1; i < lines.length; i++) {
            addHeader(lines[i]);
        }
    }

    /** A client behind a proxy may send the whole URL. */
    private static String originForm(String target) {
        if (!target.startsWith("http://")) {
            return target;
        }
        int path = target.indexOf('/', "http://".length());
        return path < 0 ? "/" : target.substring(path);
    }

    private void addHeader(String line) throws RequestRejected {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        if (!isToken(name)) {
            throw new RequestRejected(400, "Bad header line");
        }
        String value = line.substring(colon + 1).trim();
        String before = headers.get(name);
        headers.put(name, before == null ? value : before + ", " + value);
    }

    /** In lower case; a name with a blank in or around it is one that a proxy and this server could read differently. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** The head of the next request, or null if the peer closed without a byte, as port probes do. */
    static RequestHead read(InputStream in) throws IOException, RequestRejected {
        byte[] buffer = new byte[MAX_BYTES];
        int length = 0;
        int end = -1;
        while (end < 0) {
            int read = length < MAX_BYTES ? in.read(buffer, length, MAX_BYTES - length) : 0;
            if (read == 0) {
                throw new RequestRejected(431, "Request head too large");
            }
            if (read < 0) {
                if (length == 0) {
                    return null;
                }
                throw new RequestRejected(400, "Incomplete request");
            }
            end = endOfHead(buffer, Math.max(0, length - 3), length + read);
            length += read;
        }
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        return new RequestHead(head.split("\r?\n", -1));
    }

    /** Where the empty line begins that ends the head, or -1. */
    private static int endOfHead(byte[] buffer, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (buffer[i] == '\n' && buffer[i + 1] == '\n') {
                return i;
            }
            if (i < to - 3
                    && buffer[i] == '\r'
                    && buffer[i + 1] == '\n'
                    && buffer[i + 2] == '\r'
                    && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** As sent: methods are case-sensitive. */
    String method() {
        return method;
    }

    /** Without the query. */
    String path() {
        return path;
    }

    /** Still escaped; null if there is none. */
    String query() {
        return query;
    }

    /** Values of a header by its name in lower case, joined by commas; null if there is none. */
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
