package io.sseagent.core.config;

import io.sseagent.core.log.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong with the settings, one line each; bounded, because a host's log is not ours to fill. */
final class Problems {
    static final int MAX_LINES = 20;
    private static final int MAX_SHOWN_LENGTH = 100;

    private final List<String> lines = new ArrayList<>();
    private int dropped;

    void add(String line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        } else {
            dropped++;
        }
    }

    void unknownKey(String name, String source, String suggestion) {
        add("unknown key " + shown(name) + " (" + source + "): ignored"
                + (suggestion == null ? "" : "; did you mean " + suggestion + "?"));
    }

    void wrongValue(ConfigKey<?> key, Setting given) {
        add(key.name() + "=" + shown(given.shownValue()) + " (" + given.originText() + "): not accepted, expected "
                + key.accepted() + "; " + key.consequence());
    }

    List<String> toList() {
        List<String> all = new ArrayList<>(lines);
        if (dropped > 0) {
            all.add("and " + dropped + " more problems with the settings");
        }
        return Collections.unmodifiableList(all);
    }

    static String shown(String text) {
        return PrintableText.of(text, MAX_SHOWN_LENGTH);
    }
}
