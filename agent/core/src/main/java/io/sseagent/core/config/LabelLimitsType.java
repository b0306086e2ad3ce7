package io.sseagent.core.config;

import io.sseagent.core.labels.LabelLimits;

/** Numbers of values by label. */
final class LabelLimitsType implements ValueType<LabelLimits> {
    @Override
    public LabelLimits parse(String text) {
        return LabelLimits.parse(text);
    }

    @Override
    public String accepted() {
        return "pairs such as http_route:50;event:5 of a label of stream metrics and a number";
    }
}
