package io.sseagent.core.config;

import java.util.Locale;

/** Finds the key that a source means by a name. */
final class KeyNames {
    private KeyNames() {}

    /** The key of this name without prefix, in its one spelling; null when there is none. */
    static String known(String name) {
        String tapName = ConfigKeys.tapName(name);
        if (tapName != null) {
            return ConfigKeys.tap(tapName).name();
        }
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            if (key.name().equals(name)) {
                return name;
            }
        }
        return null;
    }

    /** The value as a line may show it: that of a key (in its one spelling) which holds a secret is masked. */
    static String shown(String name, String value) {
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            if (key.name().equals(name) && key.isSecret()) {
                return SecretType.MASK;
            }
        }
        return value;
    }

    /** The key of an environment variable; null when there is none. */
    static String knownInEnvironment(String variable) {
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            if (key.environmentVariable().equals(variable)) {
                return key.name();
            }
        }
        String dotted = variable.substring(ConfigKey.ENVIRONMENT_PREFIX.length())
                .replace('_', '.')
                .toLowerCase(Locale.ROOT);
        String tapName = ConfigKeys.tapName(dotted);
        if (tapName == null || !variable.equals(variable.toUpperCase(Locale.ROOT))) {
            return null;
        }
        return ConfigKeys.tap(tapName).name();
    }
}
