package io.sseagent.core.config;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** {@code SSE_AGENT_<KEY>}, in upper case. */
final class EnvironmentSource implements SettingsSource {
    private final Map<String, String> environment;

    /** Null means an empty environment. */
    EnvironmentSource(Map<String, String> environment) {
        this.environment = environment == null ? Collections.<String, String>emptyMap() : environment;
    }

    @Override
    public void readInto(GivenSettings given, Problems problems) {
        Map<String, String> ours = new TreeMap<>();
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            String variable = entry.getKey();
            if (variable != null && variable.startsWith(ConfigKey.ENVIRONMENT_PREFIX) && entry.getValue() != null) {
                ours.put(variable, entry.getValue());
            }
        }
        for (Map.Entry<String, String> entry : ours.entrySet()) {
            read(entry.getKey(), entry.getValue(), given, problems);
        }
    }

    @Override
    public String describe() {
        return "environment";
    }

    private static void read(String variable, String value, GivenSettings given, Problems problems) {
        String key = KeyNames.knownInEnvironment(variable);
        if (ServiceLinks.isServiceLink(variable, value)) {
            if (key != null) {
                problems.add(key + "=" + Problems.shown(KeyNames.shown(key, value)) + " (environment " + variable
                        + "): ignored, because Kubernetes sets it for a service of this name;"
                        + " rename the service or set enableServiceLinks: false");
            }
        } else if (key == null) {
            String meant = DidYouMean.key(variable);
            problems.unknownKey(variable, "environment", meant == null ? null : ConfigKey.environmentVariable(meant));
        } else {
            given.offer(key, value, Origin.ENVIRONMENT, "environment " + variable);
        }
    }
}
