package io.sseagent.core.config;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Any text in any source: a configuration comes out, in bounds, with a bounded number of printable complaints and no secret. */
public final class ConfigTarget {
    private static final int MOST_PROBLEMS = 21;
    private static final int LONGEST_PROBLEM = 1_000;
    // alone: the key that names the password's file may show what it was given
    private static final String PASSWORD_KEY = "tls.keystore.password";
    private static final String SECRET = "S3cr3tOfTheKeystore";

    private static Path file;

    private ConfigTarget() {}

    /** Called once by the fuzzer. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("sse-agent-fuzz", ".properties");
        file.toFile().deleteOnExit();
    }

    /** Names and values of every source. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        Properties properties = new Properties();
        Map<String, String> environment = new HashMap<>();
        int settings = data.consumeInt(0, 4);
        for (int i = 0; i < settings; i++) {
            properties.setProperty(ConfigKey.SYSTEM_PROPERTY_PREFIX + name(data), value(data));
            environment.put(ConfigKey.environmentVariable(name(data)), value(data));
        }
        if (data.consumeBoolean()) {
            environment.put("SSE_AGENT_CONFIG_FILE", file.toString());
            Files.write(file, text(data).getBytes(StandardCharsets.UTF_8));
        }
        check(AgentConfig.load(text(data) + data.consumeRemainingAsString(), properties, environment));
    }

    private static String name(FuzzedDataProvider data) {
        int known = data.consumeInt(0, 2 * ConfigKeys.FIXED.size());
        return known < ConfigKeys.FIXED.size() ? ConfigKeys.FIXED.get(known).name() : data.consumeString(40);
    }

    private static String value(FuzzedDataProvider data) {
        return data.consumeBoolean() ? SECRET : data.consumeString(60);
    }

    /** {@code key=value,key=value}, or lines of a file. */
    private static String text(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        String separator = data.consumeBoolean() ? "," : "\n";
        int settings = data.consumeInt(0, 4);
        for (int i = 0; i < settings; i++) {
            text.append(name(data)).append('=').append(value(data)).append(separator);
        }
        return text.toString();
    }

    private static void check(AgentConfig config) {
        List<String> problems = config.problems();
        require(problems.size() <= MOST_PROBLEMS, "problems", problems.size());
        for (String problem : problems) {
            require(problem.length() <= LONGEST_PROBLEM, "a problem's length", problem.length());
            require(problem.chars().noneMatch(c -> c < ' '), "a problem's line", problem);
            require(!problem.startsWith(PASSWORD_KEY + "=") || !problem.contains(SECRET), "a secret", problem);
        }
        String line = StartupLine.render("1", "17", 1, List.of("tomcat"), config);
        require(line.chars().allMatch(c -> c >= ' ' && c <= '~'), "the line at start", line);
        require(!line.contains(PASSWORD_KEY + "\":{\"value\":\"" + SECRET), "a secret", line);
        inBounds("port", config.exporter().port(), 0, 65_535);
        require(
                config.exporter().path().startsWith("/"),
                "path",
                config.exporter().path());
        inBounds("routes", config.model().maxRoutes(), 1, 10_000);
        inBounds("event types", config.model().maxEventTypes(), 1, 1_000);
        inBounds("streams", config.model().maxStreams(), 1, 10_000_000);
        inBounds("clients", config.model().maxReconnectClients(), 1, 1_000_000);
        require(
                config.model().stalledAfterNanos() > 0,
                "stalled",
                config.model().stalledAfterNanos());
        require(
                config.protection().maxHeapShare() > 0,
                "heap",
                config.protection().maxHeapShare());
        config.instrumentation().unknownTapProblems(List.of("tomcat"));
    }

    private static void inBounds(String what, int value, int least, int most) {
        require(value >= least && value <= most, what, value);
    }

    private static void require(boolean holds, String what, Object is) {
        if (!holds) {
            throw new AssertionError(what + ": " + is);
        }
    }
}
