package io.sseagent.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The settings in force, typed; immutable. */
final class Settings {
    private final Map<String, Setting> settingByKey;

    /** Each setting must be accepted by its key. */
    Settings(Map<String, Setting> settingByKey) {
        this.settingByKey = Collections.unmodifiableMap(settingByKey);
    }

    /** The value of a key that has a default, never null. */
    <T> T get(ConfigKey<T> key) {
        return key.parse(settingByKey.get(key.name()).value());
    }

    /** The value of a key without a default; null if nobody gave one. */
    <T> T getOrNull(ConfigKey<T> key) {
        String value = settingByKey.get(key.name()).value();
        return value.isEmpty() ? null : key.parse(value);
    }

    Collection<Setting> all() {
        return settingByKey.values();
    }

    List<Setting> given() {
        List<Setting> given = new ArrayList<>();
        for (Setting setting : settingByKey.values()) {
            if (setting.origin() != Origin.DEFAULT) {
                given.add(setting);
            }
        }
        return Collections.unmodifiableList(given);
    }
}
