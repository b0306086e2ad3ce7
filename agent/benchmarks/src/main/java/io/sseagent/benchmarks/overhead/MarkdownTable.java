package io.sseagent.benchmarks.overhead;

import java.util.List;
import java.util.Locale;

/** The one table: a row per figure, a column per variant; the first variant in its own unit, the others against it. */
final class MarkdownTable {
    private static final String NOTHING = "-";

    private final Measurements measurements;
    private final List<String> variants;

    /** @param variants the first is the base of all comparisons */
    MarkdownTable(Measurements measurements, List<String> variants) {
        this.measurements = measurements;
        this.variants = variants;
    }

    String render() {
        StringBuilder table = new StringBuilder("| figure |");
        StringBuilder rule = new StringBuilder("|---|");
        for (String variant : variants) {
            table.append(' ').append(variant).append(" |");
            rule.append("---|");
        }
        table.append('\n').append(rule).append('\n');
        for (Figure figure : measurements.figures()) {
            table.append("| ").append(figure.name()).append(" |");
            for (String variant : variants) {
                table.append(' ').append(cell(figure, variant)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String cell(Figure figure, String variant) {
        String base = variants.get(0);
        if (variant.equals(base)) {
            Spread spread = measurements.absolute(figure, variant);
            return spread == null ? NOTHING : (absolute(spread.median()) + " " + figure.unit()).trim();
        }
        Spread spread = measurements.compared(figure, variant, base);
        if (spread == null) {
            return NOTHING;
        }
        return figure.comparison() == Figure.Comparison.RATIO
                ? text("%.3f (%.2f..%.2f)", spread.median(), spread.low(), spread.high())
                : difference(spread.median()) + " (" + difference(spread.low()) + ".." + difference(spread.high())
                        + ")";
    }

    private static String absolute(double value) {
        return text(Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }

    private static String difference(double value) {
        return text(Math.abs(value) < 100 ? "%+.1f" : "%+.0f", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
