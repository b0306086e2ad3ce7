package io.sseagent.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code key=value,key=value} behind the jar's name. {@code \,} stands for a comma within a value; any other backslash
 * and every quote is an ordinary character, so that Windows paths need no care.
 */
final class ArgumentSource implements SettingsSource {
    static final int MAX_LENGTH = 65_536;
    private static final String ORIGIN = "argument";

    private final String arguments;

    /** Null means no arguments. */
    ArgumentSource(String arguments) {
        this.arguments = arguments == null ? "" : arguments;
    }

    @Override
    public void readInto(GivenSettings given, Problems problems) {
        if (arguments.length() > MAX_LENGTH) {
            problems.add("the agent arguments are " + arguments.length() + " characters long, more than " + MAX_LENGTH
                    + ": all of them are ignored");
            return;
        }
        Map<String, String> valueByKey = new LinkedHashMap<>();
        for (String item : split(arguments)) {
            readItem(item.trim(), valueByKey, problems);
        }
        for (Map.Entry<String, String> entry : valueByKey.entrySet()) {
            given.offer(entry.getKey(), entry.getValue(), Origin.ARGUMENT, ORIGIN);
        }
    }

    @Override
    public String describe() {
        return "agent arguments";
    }

    private static void readItem(String item, Map<String, String> valueByKey, Problems problems) {
        if (item.isEmpty()) {
            return;
        }
        int equals = item.indexOf('=');
        String name = equals < 0 ? item : item.substring(0, equals).trim();
        String key = KeyNames.known(name);
        if (key == null) {
            problems.unknownKey(name, ORIGIN, DidYouMean.key(name));
        } else if (equals < 0) {
            problems.add(key + " (" + ORIGIN + "): ignored, because it has no value; write " + key + "=...");
        } else {
            String value = item.substring(equals + 1).trim();
            if (valueByKey.put(key, value) != null) {
                problems.add(key + " (" + ORIGIN + "): given more than once; the last value is used, "
                        + Problems.shown(KeyNames.shown(key, value)));
            }
        }
    }

    private static List<String> split(String arguments) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (c == '\\' && i + 1 < arguments.length() && arguments.charAt(i + 1) == ',') {
                item.append(',');
                i++;
            } else if (c == ',') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString());
        return items;
    }
}
