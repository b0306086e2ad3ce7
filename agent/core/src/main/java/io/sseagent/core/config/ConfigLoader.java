package io.sseagent.core.config;

import java.util.Map;
import java.util.Properties;

/** Reads the sources, the strongest first, and keeps whatever goes wrong in one of them away from the others. */
final class ConfigLoader {
    private final GivenSettings given = new GivenSettings();
    private final Problems problems = new Problems();

    static AgentConfig load(String arguments, Properties systemProperties, Map<String, String> environment) {
        ConfigLoader loader = new ConfigLoader();
        loader.read(new ArgumentSource(arguments));
        loader.read(new SystemPropertySource(systemProperties));
        loader.read(new EnvironmentSource(environment));
        Setting file = loader.given.get(ConfigKeys.CONFIG_FILE.name());
        if (file != null && ConfigKeys.CONFIG_FILE.parse(file.value()) != null) {
            loader.read(new FileSource(file.value()));
        }
        Map<String, Setting> inForce = SettingsResolver.resolve(loader.given, loader.problems);
        return new AgentConfig(new Settings(inForce), loader.problems.toList());
    }

    private void read(SettingsSource source) {
        try {
            source.readInto(given, problems);
        } catch (RuntimeException e) {
            // a security manager, or an application's own Properties class behind System.getProperties()
            problems.add(source.describe() + ": not read, " + Problems.shown(e.toString()));
        }
    }
}
