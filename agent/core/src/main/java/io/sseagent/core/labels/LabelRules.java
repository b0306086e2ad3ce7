package io.sseagent.core.labels;

import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.health.AgentHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operator's rules for labels, shared by all families that have them. For one thread at a time. */
public final class LabelRules {
    private final LabelsConfig config;
    private final AgentHealth health;
    private final Map<String, LabelRule> ruleByLabel = new HashMap<>();

    /** What the rules fold is counted in {@code health}. */
    public LabelRules(LabelsConfig config, AgentHealth health) {
        this.config = config;
        this.health = health;
    }

    /** The rules for a family's labels in their order, null where there is none; null if there is none at all. */
    public LabelRule[] of(MetricDefinition family) {
        if (!LabelPatterns.isGoverned(family)) {
            return null;
        }
        List<String> labels = family.labels();
        LabelRule[] rules = new LabelRule[labels.size()];
        boolean any = false;
        for (int i = 0; i < rules.length; i++) {
            LabelRule rule = of(labels.get(i));
            rules[i] = rule.saysNothing() ? null : rule;
            any |= rules[i] != null;
        }
        return any ? rules : null;
    }

    private LabelRule of(String label) {
        LabelRule rule = ruleByLabel.get(label);
        if (rule == null) {
            rule = new LabelRule(
                    label,
                    config.allowed().of(label),
                    config.denied().of(label),
                    config.most().of(label),
                    health);
            ruleByLabel.put(label, rule);
        }
        return rule;
    }
}
