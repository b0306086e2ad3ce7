package io.sseagent.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/** One recording rule or alert of the rules file. */
record Rule(JsonNode node) {

    boolean isAlert() {
        return node.has("alert");
    }

    String name() {
        return node.path(isAlert() ? "alert" : "record").asText();
    }

    String expression() {
        return node.path("expr").asText();
    }

    String severity() {
        return node.path("labels").path("severity").asText();
    }

    String annotation(String key) {
        return node.path("annotations").path(key).asText();
    }

    @Override
    public String toString() {
        return name();
    }
}
