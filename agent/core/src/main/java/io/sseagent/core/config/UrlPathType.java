package io.sseagent.core.config;

/** The path part of a URL, as it appears in a request line. */
final class UrlPathType implements ValueType<String> {
    private static final int MAX_LENGTH = 200;

    @Override
    public String parse(String text) {
        return text.charAt(0) == '/' && text.length() <= MAX_LENGTH && hasPathCharactersOnly(text) ? text : null;
    }

    @Override
    public String accepted() {
        return "a path that starts with / and has no space, ? or #";
    }

    private static boolean hasPathCharactersOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '?' || c == '#') {
                return false;
            }
        }
        return true;
    }
}
