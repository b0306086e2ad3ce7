package io.sseagent.core.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sources said. They are read the strongest first, so that the first one to name a key has it. */
final class GivenSettings {
    private final Map<String, Setting> settingByKey = new LinkedHashMap<>();

    /** Takes a setting unless the key has one. An empty value says nothing: templates leave such ones behind. */
    void offer(String key, String value, Origin origin, String originText) {
        String trimmed = value.trim();
        if (!trimmed.isEmpty()) {
            settingByKey.putIfAbsent(key, new Setting(key, trimmed, origin, originText));
        }
    }

    /** Null when no source named the key. */
    Setting get(String key) {
        return settingByKey.get(key);
    }

    Collection<Setting> all() {
        return settingByKey.values();
    }
}
