package io.sseagent.core.route;

import java.nio.charset.StandardCharsets;

/**
 * Whether a name is one of many: a number, a UUID, a hash, a ULID, a token, an address. Errs on the side of "yes", because a
 * collapsed word costs a little clarity and an id in a label costs a time series per user.
 *
 * <p>Words with a digit or two stay ({@code v1}, {@code s3}, {@code oauth2}, {@code base64}), numbers never do.
 */
public final class Identifiers {
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_TOKEN = 16;
    private static final int SHORTEST_MIXTURE = 10;
    private static final int MANY_DIGITS = 3;
    private static final int LONG_NUMBER_PART = 2;

    // Kinds of characters.
    private static final int NEVER_IN_A_NAME = 0;
    private static final int SEPARATOR = 1;
    private static final int DIGIT = 2;
    private static final int LOWER = 3;
    private static final int UPPER = 4;

    private Identifiers() {}

    /** True for text that identifies one thing, and for text with characters that no plain name has. */
    public static boolean looksLikeOne(String text) {
        if (text.length() > LONGEST_NAME) {
            return true;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return looksLikeOne(bytes, bytes.length);
    }

    /** As {@link #looksLikeOne(String)} for the first {@code length} bytes of UTF-8; allocates nothing. */
    public static boolean looksLikeOne(byte[] text, int length) {
        if (length > LONGEST_NAME) {
            return true;
        }
        int digits = 0;
        int hex = 0;
        int separators = 0;
        int turns = 0;
        int numberPart = 0;
        boolean hasNumberPart = false;
        int before = SEPARATOR;
        for (int i = 0; i < length; i++) {
            int kind = kind(text[i]);
            if (kind == NEVER_IN_A_NAME) {
                return true;
            }
            digits += kind == DIGIT ? 1 : 0;
            separators += kind == SEPARATOR ? 1 : 0;
            hex += isHex(text[i]) ? 1 : 0;
            turns += before != kind && before != SEPARATOR && kind != SEPARATOR ? 1 : 0;
            boolean starts = before == SEPARATOR;
            numberPart = kind == DIGIT && (starts || numberPart > 0) ? numberPart + 1 : 0;
            boolean ends = i + 1 == length || kind(text[i + 1]) == SEPARATOR;
            hasNumberPart |= ends && numberPart >= LONG_NUMBER_PART;
            before = kind;
        }
        boolean mixture = length >= SHORTEST_MIXTURE && turns * 2 >= length;
        if (digits == 0) {
            return mixture;
        }
        boolean number = digits + separators == length;
        boolean hexadecimal = hex + separators == length && length >= SHORTEST_HEX;
        boolean token = length >= SHORTEST_TOKEN && digits > 1 && separators == 0;
        return number || hexadecimal || token || mixture || hasNumberPart || digits >= MANY_DIGITS;
    }

    private static int kind(byte c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        } else if (c >= 'a' && c <= 'z') {
            return LOWER;
        } else if (c >= 'A' && c <= 'Z') {
            return UPPER;
        }
        switch (c) {
            case '-':
            case '_':
            case '.':
            case ':':
            case ',':
            case '!':
            case '$':
            case '&':
            case '\'':
            case '(':
            case ')':
            case '*':
                return SEPARATOR;
            default:
                return NEVER_IN_A_NAME;
        }
    }

    private static boolean isHex(byte c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
