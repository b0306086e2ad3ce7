package io.sseagent.core.config;

import java.util.Locale;

/** One spelling for the names of instrumentations: an environment variable has neither dashes nor dots nor case. */
final class TapNames {
    private TapNames() {}

    /** Lower case with dashes; null when there is a character that no such name has. */
    static String spell(String name) {
        String spelled = name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return null;
            }
        }
        return spelled;
    }
}
