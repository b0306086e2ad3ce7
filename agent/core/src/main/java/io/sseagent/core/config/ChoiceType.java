package io.sseagent.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of a few words, upper or lower case. */
final class ChoiceType implements ValueType<String> {
    private final List<String> choices;

    /** Two at least, in upper case. */
    ChoiceType(String... choices) {
        this.choices = Arrays.asList(choices);
    }

    @Override
    public String parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return choices.contains(upper) ? upper : null;
    }

    @Override
    public String accepted() {
        int last = choices.size() - 1;
        return String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }
}
