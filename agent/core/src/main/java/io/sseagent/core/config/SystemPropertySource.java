package io.sseagent.core.config;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** {@code -Dsse.agent.<key>=value}. */
final class SystemPropertySource implements SettingsSource {
    private final Properties properties;

    /** Null means no properties. */
    SystemPropertySource(Properties properties) {
        this.properties = properties == null ? new Properties() : properties;
    }

    @Override
    public void readInto(GivenSettings given, Problems problems) {
        Set<String> ours = new TreeSet<>();
        for (String property : properties.stringPropertyNames()) {
            if (property.startsWith(ConfigKey.SYSTEM_PROPERTY_PREFIX)) {
                ours.add(property);
            }
        }
        for (String property : ours) {
            read(property, given, problems);
        }
    }

    @Override
    public String describe() {
        return "system properties";
    }

    private void read(String property, GivenSettings given, Problems problems) {
        String key = KeyNames.known(property.substring(ConfigKey.SYSTEM_PROPERTY_PREFIX.length()));
        String value = properties.getProperty(property);
        if (key == null) {
            String meant = DidYouMean.key(property);
            problems.unknownKey(
                    property, "system property", meant == null ? null : ConfigKey.SYSTEM_PROPERTY_PREFIX + meant);
        } else if (value != null) {
            given.offer(key, value, Origin.SYSTEM_PROPERTY, "system property " + property);
        }
    }
}
