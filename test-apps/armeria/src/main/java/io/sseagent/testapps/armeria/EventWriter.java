package io.sseagent.testapps.armeria;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;

/** The body of one response. Any thread, one at a time. */
final class EventWriter {
    private final HttpResponseWriter response = HttpResponse.streaming();

    EventWriter(String type) {
        response.write(ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, type));
    }

    HttpResponse response() {
        return response;
    }

    /** One event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    void sendNumbered(int number, int size) {
        String start = Integer.toString(number);
        send("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
    }

    void send(String text) {
        send(HttpData.ofUtf8(text));
    }

    void send(HttpData bytes) {
        response.write(bytes);
    }

    boolean isClosed() {
        return !response.isOpen();
    }

    void end() {
        response.close();
    }

    void fail() {
        response.close(new IllegalStateException("the application fails"));
    }
}
