package io.sseagent.core.config;

import io.sseagent.core.log.PrintableText;

/** Writes JSON strings (RFC 8259, section 7) in ASCII: a lone surrogate or an odd host encoding cannot break the line. */
final class JsonText {
    private JsonText() {}

    /** Appends the text in quotes, or {@code null} for null. */
    static void quote(String text, StringBuilder json) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                json.append(c);
            } else {
                PrintableText.appendEscape(json, c);
            }
        }
        json.append('"');
    }
}
