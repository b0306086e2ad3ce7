package io.sseagent.core.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Decides for each key which setting is in force; what it keeps is always accepted by its key. */
final class SettingsResolver {
    private final GivenSettings given;
    private final Problems problems;
    private final Map<String, Setting> inForce = new LinkedHashMap<>();
    private final Map<String, Setting> switchedOff = new LinkedHashMap<>();

    private SettingsResolver(GivenSettings given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    /** The settings in force by key: one for each key of the table and for each instrumentation that was named. */
    static Map<String, Setting> resolve(GivenSettings given, Problems problems) {
        SettingsResolver resolver = new SettingsResolver(given, problems);
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            resolver.resolve(key);
        }
        for (Setting setting : given.all()) {
            String tapName = ConfigKeys.tapName(setting.key());
            if (tapName != null) {
                resolver.resolve(ConfigKeys.tap(tapName));
            }
        }
        // last, because a wrong port outranks an exporter.enabled=true, whichever of them came first
        resolver.inForce.putAll(resolver.switchedOff);
        return resolver.inForce;
    }

    private void resolve(ConfigKey<?> key) {
        Setting setting = given.get(key.name());
        if (setting == null) {
            inForce.put(key.name(), Setting.ofDefault(key));
        } else if (key.parse(setting.value()) != null) {
            inForce.put(key.name(), setting);
        } else {
            problems.wrongValue(key, setting);
            inForce.put(key.name(), Setting.ofDefault(key));
            if (key.switchKey() != null) {
                String because = setting.originText() + " (wrong value of " + key.name() + ")";
                switchedOff.put(key.switchKey(), new Setting(key.switchKey(), "false", setting.origin(), because));
            }
        }
    }
}
