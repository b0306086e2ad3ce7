package io.sseagent.testapps.container;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** The writer of a response: its characters end as bytes in the same response's stream. */
final class TextOutput extends PrintWriter {

    TextOutput(Output output, String charset) {
        super(new OutputStreamWriter(output, Charset.forName(charset)));
    }

    /** One method of a container may well call another. */
    @Override
    public void write(String text, int from, int length) {
        if (length > 0) {
            write(text.charAt(from));
            write(text.substring(from + 1, from + length).toCharArray(), 0, length - 1);
        }
    }
}
