package io.sseagent.core.config;

import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** The JSON line that says, at start, which agent runs in which JVM and what was set by whom, and those that follow it for single taps. */
public final class StartupLine {
    private StartupLine() {}

    /**
     * The line, without line feed and in ASCII only, because the encoding of standard error is the host's choice.
     *
     * @param java see {@link #describeJava}
     * @param pid left out when negative, see {@link ProcessId#current()}
     * @param taps names of the instrumentations that are applied
     */
    public static String render(String version, String java, long pid, List<String> taps, AgentConfig config) {
        StringBuilder line = new StringBuilder("{\"agent\":\"sse-agent\",\"version\":");
        JsonText.quote(version, line);
        line.append(",\"java\":");
        JsonText.quote(java, line);
        if (pid >= 0) {
            line.append(",\"pid\":").append(pid);
        }
        line.append(",\"taps\":");
        append(taps, line);
        line.append(",\"settings\":{");
        for (Iterator<Setting> setting = config.givenSettings().iterator(); setting.hasNext(); ) {
            append(setting.next(), line);
            line.append(setting.hasNext() ? "," : "");
        }
        return line.append("}}").toString();
    }

    /**
     * A line that follows once a library is met that a tap cannot be put into.
     *
     * @param status label value
     * @param type dotted name of the class
     * @param missing what the tap needs and the class has not; may be empty
     */
    public static String renderTap(
            String tap, String libraryVersion, String status, String type, List<String> missing) {
        StringBuilder line = new StringBuilder("{\"agent\":\"sse-agent\",\"tap\":");
        JsonText.quote(tap, line);
        line.append(",\"library_version\":");
        JsonText.quote(libraryVersion, line);
        line.append(",\"status\":");
        JsonText.quote(status, line);
        line.append(",\"class\":");
        JsonText.quote(type, line);
        line.append(",\"missing\":");
        append(missing, line);
        return line.append('}').toString();
    }

    private static void append(List<String> texts, StringBuilder line) {
        line.append('[');
        for (Iterator<String> text = texts.iterator(); text.hasNext(); ) {
            JsonText.quote(text.next(), line);
            line.append(text.hasNext() ? "," : "");
        }
        line.append(']');
    }

    /** Version and vendor, such as {@code 17.0.15 (Debian)}, from the system properties. */
    public static String describeJava(Properties systemProperties) {
        return systemProperties.getProperty("java.version", "unknown version") + " ("
                + systemProperties.getProperty("java.vendor", "unknown vendor") + ")";
    }

    private static void append(Setting setting, StringBuilder line) {
        JsonText.quote(setting.key(), line);
        line.append(":{\"value\":");
        JsonText.quote(setting.shownValue(), line);
        line.append(",\"origin\":");
        JsonText.quote(setting.originText(), line);
        line.append('}');
    }
}
