package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.catalogue.MetricType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueExpositionTest {
    private final String text = EveryFamily.record().text();

    @Test
    void everyFamilyIsExposedWithExactlyItsLabels() {
        for (MetricDefinition family : MetricCatalogue.all()) {
            for (String name : seriesNames(family)) {
                List<Series> series = Series.find(text, name);
                assertThat(series).as(name).isNotEmpty();
                Set<String> labels = new TreeSet<>(family.labels());
                if (name.endsWith("_bucket")) {
                    labels.add("le");
                }
                if (family.type() == MetricType.SUMMARY && name.equals(family.name())) {
                    labels.add("quantile");
                }
                assertThat(series)
                        .as(name)
                        .allSatisfy(one -> assertThat(one.labels().keySet()).isEqualTo(labels));
            }
        }
    }

    @Test
    void typeAndHelpAreThoseOfTheCatalogue() {
        for (MetricDefinition family : MetricCatalogue.all()) {
            String type = family.type() == MetricType.INFO
                    ? "gauge"
                    : family.type().name().toLowerCase(Locale.ROOT);
            assertThat(text.lines())
                    .contains("# TYPE " + family.name() + " " + type, "# HELP " + family.name() + " " + family.help());
        }
    }

    @Test
    void nothingOutsideTheCatalogueIsExposed() {
        Set<String> known = new HashSet<>();
        MetricCatalogue.all().forEach(family -> known.addAll(seriesNames(family)));
        assertThat(Series.parse(text)).extracting(Series::name).isSubsetOf(known);
    }

    @Test
    void noSeriesAppearsTwice() {
        assertThat(Series.parse(text))
                .extracting(one -> one.name() + one.labels())
                .doesNotHaveDuplicates();
    }

    private static List<String> seriesNames(MetricDefinition family) {
        String name = family.name();
        if (family.type() == MetricType.HISTOGRAM) {
            return List.of(name + "_bucket", name + "_count", name + "_sum");
        }
        return family.type() == MetricType.SUMMARY ? List.of(name, name + "_count", name + "_sum") : List.of(name);
    }
}
