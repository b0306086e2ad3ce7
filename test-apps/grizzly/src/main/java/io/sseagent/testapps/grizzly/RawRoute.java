package io.sseagent.testapps.grizzly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** The bytes of the request's body again. */
final class RawRoute {
    private RawRoute() {}

    /** {@code POST ?every=N&type=text/event-stream}: flushed after each N of them. */
    static void raw(Request request, Response response) throws IOException {
        byte[] bytes = body(request);
        int every = Route.number(request, "every", Math.max(1, bytes.length));
        response.setContentType(Route.text(request, "type", "text/event-stream"));
        OutputStream output = response.getOutputStream();
        for (int from = 0; from < bytes.length; from += every) {
            output.write(bytes, from, Math.min(every, bytes.length - from));
            output.flush();
        }
    }

    /** {@code ?events=N&size=S}: each byte written alone, and in the end one more event in a buffer outside of the heap. */
    static void bytes(Request request, Response response) throws IOException {
        response.setContentType("text/event-stream");
        OutputStream output = response.getOutputStream();
        int size = Route.number(request, "size", 32);
        for (int number = 1; number < Route.number(request, "events", 10); number++) {
            for (byte one : EventOutput.numbered(number, size).getBytes(StandardCharsets.UTF_8)) {
                output.write(one);
            }
        }
        byte[] last =
                EventOutput.numbered(Route.number(request, "events", 10), size).getBytes(StandardCharsets.UTF_8);
        ByteBuffer direct = ByteBuffer.allocateDirect(last.length);
        direct.put(last).flip();
        response.getOutputBuffer().writeByteBuffer(direct);
        response.flush();
    }

    static byte[] body(Request request) throws IOException {
        InputStream input = request.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }
}
