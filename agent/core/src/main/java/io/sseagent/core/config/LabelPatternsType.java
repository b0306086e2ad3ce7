package io.sseagent.core.config;

import io.sseagent.core.labels.LabelPatterns;

/** Values of labels by pattern. */
final class LabelPatternsType implements ValueType<LabelPatterns> {
    @Override
    public LabelPatterns parse(String text) {
        return LabelPatterns.parse(text);
    }

    @Override
    public String accepted() {
        return "pairs such as http_route:/internal/*;event:debug* of a label of stream metrics and a pattern";
    }
}
