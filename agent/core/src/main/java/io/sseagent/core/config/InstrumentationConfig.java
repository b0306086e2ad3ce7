package io.sseagent.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which instrumentations are applied: all but those switched off by {@code instrumentation.<name>.enabled}. Names are
 * compared without regard to case, and dash, dot and underscore are the same.
 */
public final class InstrumentationConfig {
    private final Map<String, Setting> settingByTap;

    InstrumentationConfig(Settings settings) {
        Map<String, Setting> byTap = new LinkedHashMap<>();
        for (Setting setting : settings.all()) {
            String tapName = ConfigKeys.tapName(setting.key());
            if (tapName != null) {
                byTap.put(tapName, setting);
            }
        }
        this.settingByTap = Collections.unmodifiableMap(byTap);
    }

    /** Whether the instrumentation of this name is to be applied. */
    public boolean isEnabled(String tapName) {
        Setting setting = settingByTap.get(TapNames.spell(tapName));
        return setting == null || ConfigKeys.tap(tapName).parse(setting.value());
    }

    /** The names that are switched off, in lower case with dashes; they may name no instrumentation of this agent. */
    public Set<String> disabledTaps() {
        Set<String> disabled = new TreeSet<>();
        for (String tapName : settingByTap.keySet()) {
            if (!isEnabled(tapName)) {
                disabled.add(tapName);
            }
        }
        return Collections.unmodifiableSet(disabled);
    }

    /** One line for each setting whose name is not among the instrumentations of this agent. */
    public List<String> unknownTapProblems(Collection<String> knownTaps) {
        Set<String> known = new HashSet<>();
        for (String tapName : knownTaps) {
            known.add(TapNames.spell(tapName));
        }
        Problems problems = new Problems();
        for (Map.Entry<String, Setting> entry : settingByTap.entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.add(describe(entry.getKey(), entry.getValue(), new ArrayList<>(knownTaps)));
            }
        }
        return problems.toList();
    }

    private static String describe(String tapName, Setting setting, List<String> knownTaps) {
        String nearest = DidYouMean.nearest(tapName, knownTaps);
        return setting.key() + " (" + setting.originText() + "): ignored, there is no instrumentation " + tapName
                + (nearest == null ? "" : "; did you mean " + nearest + "?") + " (there are "
                + String.join(", ", knownTaps) + ")";
    }
}
