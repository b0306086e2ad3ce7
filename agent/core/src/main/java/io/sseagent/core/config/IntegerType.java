package io.sseagent.core.config;

/** A whole number within a range, in plain ASCII digits. */
final class IntegerType implements ValueType<Integer> {
    private static final int MAX_DIGITS = 10;

    private final int min;
    private final int max;

    IntegerType(int min, int max) {
        this.min = min;
        this.max = max;
    }

    @Override
    public Integer parse(String text) {
        if (text.length() > MAX_DIGITS || !isDigits(text)) {
            return null;
        }
        long number = Long.parseLong(text);
        return number < min || number > max ? null : Integer.valueOf((int) number);
    }

    @Override
    public String accepted() {
        return "a whole number from " + min + " to " + max;
    }

    /** Whether the text is ASCII digits only; {@code Long.parseLong} alone takes signs and the digits of any script. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
