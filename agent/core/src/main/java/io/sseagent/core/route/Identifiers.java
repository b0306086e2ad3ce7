package io.sseagent.core.route;

/**
 * Whether a name is one of many: a number, a UUID, a hash, a ULID, a token, an address. Errs on the side of "yes", because a
 * collapsed word costs a little clarity and an id in a label costs a time series per user.
 */
public final class Identifiers {
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_TOKEN = 16;
    private static final int MANY_DIGITS = 4;

    private Identifiers() {}

    /** True for text that identifies one thing; never for the empty text or a plain word. */
    public static boolean looksLikeOne(String text) {
        int digits = 0;
        int hex = 0;
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                hex++;
            } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
                hex++;
            } else if (c == '-' || c == '_' || c == '.' || c == ':') {
                separators++;
            } else if (c == '@' || c == '%' || c == '=' || c == '+' || c > '~') {
                return true;
            }
        }
        int length = text.length();
        if (length > LONGEST_NAME) {
            return true;
        }
        if (digits == 0) {
            return false;
        }
        boolean number = digits + separators == length;
        boolean hexadecimal = hex + separators == length && length >= SHORTEST_HEX;
        return number
                || hexadecimal
                || digits >= MANY_DIGITS
                || length >= SHORTEST_TOKEN && digits > 1 && separators == 0;
    }
}
