package io.sseagent.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A rendered dashboard, as far as the tests look into it. */
record Dashboard(String fileName, JsonNode root) {

    /** A query of a panel; the legend is empty for tables. */
    record Target(String panel, String expression, String legend) {
        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }

    /** Rows included. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        root.path("panels").forEach(panels::add);
        return panels;
    }

    /** What shows data: everything but the row headers. */
    List<JsonNode> graphs() {
        return panels().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    List<JsonNode> variables() {
        List<JsonNode> variables = new ArrayList<>();
        root.path("templating").path("list").forEach(variables::add);
        return variables;
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (JsonNode panel : graphs()) {
            for (JsonNode target : panel.path("targets")) {
                targets.add(new Target(
                        panel.path("title").asText(),
                        target.path("expr").asText(),
                        target.path("legendFormat").asText()));
            }
        }
        return targets;
    }

    @Override
    public String toString() {
        return fileName;
    }
}
