package io.sseagent.testapps.war;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?base64=B&cuts=3,7&every=0&type=text/event-stream}: exactly these bytes, flushed at each cut, or after each
 * {@code every} bytes. The Base64 may be of either alphabet. A POST gives the bytes as its body (not form-encoded).
 */
final class RawServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // an unescaped + arrives as a space
        String base64 = new Parameters(request)
                .text("base64", "")
                .replaceAll("[- ]", "+")
                .replace('_', '/');
        write(Base64.getDecoder().decode(base64), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        InputStream input = request.getInputStream();
        byte[] buffer = new byte[8192];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            body.write(buffer, 0, read);
        }
        write(body.toByteArray(), request, response);
    }

    private static void write(byte[] bytes, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters parameters = new Parameters(request);
        response.setContentType(parameters.text("type", "text/event-stream"));
        OutputStream output = response.getOutputStream();
        int from = 0;
        for (String cut : parameters.text("cuts", "").split(",")) {
            if (!cut.isEmpty()) {
                from = slice(output, bytes, from, Math.min(Integer.parseInt(cut), bytes.length));
            }
        }
        int every = parameters.number("every", 0);
        while (every > 0 && from + every < bytes.length) {
            from = slice(output, bytes, from, from + every);
        }
        slice(output, bytes, from, bytes.length);
    }

    private static int slice(OutputStream output, byte[] bytes, int from, int to) throws IOException {
        output.write(bytes, from, to - from);
        output.flush();
        return to;
    }
}
