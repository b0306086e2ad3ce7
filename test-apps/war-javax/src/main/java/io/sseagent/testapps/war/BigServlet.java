package io.sseagent.testapps.war;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?mb=M}: one event of M MiB on a single line. */
final class BigServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int CHUNKS_PER_MEBIBYTE = 16;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int chunks = new Parameters(request).number("mb", 5) * CHUNKS_PER_MEBIBYTE;
        byte[] chunk = new byte[(1 << 20) / CHUNKS_PER_MEBIBYTE];
        Arrays.fill(chunk, (byte) 'x');
        response.setContentType("text/event-stream");
        OutputStream output = response.getOutputStream();
        output.write("data: ".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks; i++) {
            output.write(chunk);
        }
        output.write("\n\n".getBytes(StandardCharsets.US_ASCII));
    }
}
