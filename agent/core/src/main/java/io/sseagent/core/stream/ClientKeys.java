package io.sseagent.core.stream;

import io.sseagent.bootstrap.StreamRequest;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Recognises a client that comes back, without keeping anything that names it: a keyed hash of what its requests have in
 * common, under a key that is made at start and never leaves memory. Thread-safe.
 */
public final class ClientKeys {
    private static final int KEY_BYTES = 16;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final SipHash hash;

    private ClientKeys(byte[] key) {
        ByteBuffer words = ByteBuffer.wrap(key);
        this.hash = new SipHash(words.getLong(), words.getLong());
    }

    /** Keys of this process alone. */
    public static ClientKeys random() {
        byte[] key = new byte[KEY_BYTES];
        // The device first: SecureRandom wakes JCE, which is the application's to configure.
        try (InputStream device = new FileInputStream("/dev/urandom")) {
            if (device.read(key) == KEY_BYTES) {
                return new ClientKeys(key);
            }
        } catch (IOException e) {
            // not a Unix: fall through
        }
        new SecureRandom().nextBytes(key);
        return new ClientKeys(key);
    }

    /** What {@code client} is called among those of one template; 0 stays 0. */
    static long at(long client, String template) {
        return client == 0 ? 0 : (client ^ template.hashCode() * SPREAD) | 1;
    }

    /** The same for requests of the same client, whatever they ask for; 0 when nothing is known of the client. */
    long of(StreamRequest request) {
        String origin = origin(request);
        if (origin == null) {
            return 0;
        }
        String client = origin
                + '\n'
                + request.header(StreamRequest.USER_AGENT)
                + '\n'
                + request.header(StreamRequest.AUTHORIZATION);
        return hash.hash(client.getBytes(StandardCharsets.UTF_8)) | 1;
    }

    /** The same for requests from the same address; 0 when it is not known. */
    public long sourceOf(StreamRequest request) {
        String origin = origin(request);
        return origin == null ? 0 : hash.hash(origin.getBytes(StandardCharsets.UTF_8)) | 1;
    }

    /** The first of the forwarded ones where there are any: the peer is a proxy then, and the next one may be another. */
    private static String origin(StreamRequest request) {
        String forwarded = request.header(StreamRequest.FORWARDED_FOR);
        if (forwarded == null || forwarded.isEmpty()) {
            return request.remoteAddress();
        }
        int comma = forwarded.indexOf(',');
        return comma < 0 ? forwarded : forwarded.substring(0, comma);
    }
}
