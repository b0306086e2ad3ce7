package io.sseagent.prometheus;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code GET /cardinality}: what families and labels cost in series of the text format, and what the bounds had no room for, as
 * JSON. Names no value of a label. Thread-safe.
 */
final class CardinalityHandler {
    static final String PATH = "/cardinality";
    private static final String JSON = "application/json";

    private final MetricsReader reader;
    private final AgentHealth health;

    CardinalityHandler(MetricsReader reader, AgentHealth health) {
        this.reader = reader;
        this.health = health;
    }

    /** Costs a reading of the model. */
    Response answer() {
        SeriesCount count = new SeriesCount(reader.read(NameFilter.ALL, false));
        StringBuilder json = new StringBuilder("{\n \"series\": ").append(count.all());
        json.append(",\n \"families\": {");
        addSeries(json, count.byFamily());
        json.append("\n },\n \"labels\": {");
        String separator = "\n";
        for (Map.Entry<String, Long> label : count.byLabel().entrySet()) {
            json.append(separator).append("  \"").append(label.getKey()).append("\": {\"values\": ");
            json.append(count.values(label.getKey())).append(", \"series\": ").append(label.getValue());
            json.append('}');
            separator = ",\n";
        }
        json.append("\n },\n \"overflows\": {");
        addOverflows(json);
        json.append("\n }\n}\n");
        byte[] body = json.toString().getBytes(StandardCharsets.US_ASCII);
        return new Response(200, JSON, false, Body.of(body));
    }

    private static void addSeries(StringBuilder json, Map<String, Long> byName) {
        String separator = "\n";
        for (Map.Entry<String, Long> name : byName.entrySet()) {
            json.append(separator)
                    .append("  \"")
                    .append(name.getKey())
                    .append("\": ")
                    .append(name.getValue());
            separator = ",\n";
        }
    }

    private void addOverflows(StringBuilder json) {
        Map<String, Long> overflows = health.overflows();
        Map<String, String> settings = new TreeMap<>();
        for (String label : overflows.keySet()) {
            settings.put(label, "labels.*");
        }
        for (Bound bound : Bound.values()) {
            settings.put(bound.label(), bound.setting());
        }
        String separator = "\n";
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Long count = overflows.get(setting.getKey());
            json.append(separator).append("  \"").append(setting.getKey()).append("\": {\"setting\": \"");
            json.append(setting.getValue()).append("\", \"count\": ").append(count == null ? 0 : count);
            json.append('}');
            separator = ",\n";
        }
    }
}
