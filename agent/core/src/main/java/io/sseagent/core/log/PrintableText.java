package io.sseagent.core.log;

/** Makes foreign text safe to print within one line: a setting or an exception may carry line feeds or a megabyte. */
public final class PrintableText {
    private PrintableText() {}

    /**
     * The text with control characters written as escapes and cut after {@code maxLength} characters; never null, and
     * {@code "null"} for null.
     */
    public static String of(String text, int maxLength) {
        if (text == null) {
            return "null";
        }
        int end = Math.min(text.length(), maxLength);
        StringBuilder printable = new StringBuilder(end + 32);
        for (int i = 0; i < end; i++) {
            append(printable, text.charAt(i));
        }
        if (end < text.length()) {
            printable.append("... (").append(text.length()).append(" characters)");
        }
        return printable.toString();
    }

    private static void append(StringBuilder printable, char c) {
        if (c == '\n') {
            printable.append("\\n");
        } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            appendEscape(printable, c);
        } else {
            printable.append(c);
        }
    }

    /** Appends the character as a backslash, {@code u} and four hexadecimal digits. */
    public static void appendEscape(StringBuilder text, char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
    }
}
