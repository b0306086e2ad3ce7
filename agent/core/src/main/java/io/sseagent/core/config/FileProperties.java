package io.sseagent.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The format's parser, watched: {@code Properties} alone neither keeps the order nor tells of keys given twice. */
final class FileProperties extends Properties {
    private final transient Problems problems;
    private final String source;
    private final transient Map<String, String> valueByKey = new LinkedHashMap<>();

    FileProperties(Problems problems, String source) {
        this.problems = problems;
        this.source = source;
    }

    /** The known keys without prefix, in the order of the file. */
    Map<String, String> valueByKey() {
        return valueByKey;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
        String unprefixed = name.toString();
        if (unprefixed.startsWith(ConfigKey.SYSTEM_PROPERTY_PREFIX)) {
            unprefixed = unprefixed.substring(ConfigKey.SYSTEM_PROPERTY_PREFIX.length());
        }
        String key = KeyNames.known(unprefixed);
        if (key == null) {
            problems.unknownKey(name.toString(), source, DidYouMean.key(unprefixed));
        } else if (key.equals(ConfigKeys.CONFIG_FILE.name())) {
            problems.add(key + " (" + source + "): ignored, because a file cannot name another one");
        } else if (valueByKey.put(key, value.toString()) != null) {
            problems.add(key + " (" + source + "): given more than once; the last value is used, "
                    + Problems.shown(KeyNames.shown(key, value.toString())));
        }
        return super.put(name, value);
    }
}
