package io.sseagent.core.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Scripts the inputs of a configuration, so that no test depends on the JVM it runs in. */
final class GivenConfig {
    private String arguments;
    private final Properties systemProperties = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    static GivenConfig given() {
        return new GivenConfig();
    }

    GivenConfig arguments(String text) {
        arguments = text;
        return this;
    }

    GivenConfig property(String name, String value) {
        systemProperties.setProperty(name, value);
        return this;
    }

    GivenConfig environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    AgentConfig load() {
        return AgentConfig.load(arguments, systemProperties, environment);
    }
}
