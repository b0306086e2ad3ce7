package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Grafana silently repairs or ignores must already be right in the file. */
class DashboardModelTest {

    @Test
    void identifiersOfDashboardsAreUniqueAndAcceptedByGrafana() {
        assertThat(RenderedFiles.dashboards())
                .isNotEmpty()
                .extracting(dashboard -> dashboard.root().path("uid").asText())
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("sse-agent-[a-z0-9-]{1,30}"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelIdsAreUniqueAndPositive(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .isNotEmpty()
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsLieInsideTheGridAndDoNotOverlap(Dashboard dashboard) {
        List<JsonNode> panels = dashboard.panels();
        for (int i = 0; i < panels.size(); i++) {
            Rectangle place = place(panels.get(i));
            assertThat(new Rectangle(0, 0, 24, 1000).contains(place))
                    .as("%s", panels.get(i).path("title"))
                    .isTrue();
            for (JsonNode other : panels.subList(i + 1, panels.size())) {
                assertThat(place.intersects(place(other)))
                        .as("%s overlaps %s", panels.get(i).path("title"), other.path("title"))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasAUnitAndTellsAnOperatorWhatItMeans(Dashboard dashboard) {
        assertThat(dashboard.graphs()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText().length())
                    .as("description")
                    .isGreaterThan(60);
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryAsksTheChosenDataSource(Dashboard dashboard) {
        assertThat(dashboard.root().findValues("datasource"))
                .isNotEmpty()
                .allMatch(source -> source.path("uid").asText().equals("${datasource}"));
        assertThat(dashboard.variables())
                .extracting(variable -> variable.path("name").asText())
                .containsExactly("datasource", "job", "instance", "http_route", "mode");
    }

    @Test
    void alertsSayHowBadItIsWhatHappenedAndWhatToDo() {
        assertThat(RenderedFiles.rules().stream().filter(Rule::isAlert))
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(alert.name()).startsWith("Sse");
                    assertThat(alert.severity()).isIn("warning", "critical");
                    assertThat(alert.annotation("summary")).isNotBlank();
                    assertThat(alert.annotation("description").length())
                            .as("description")
                            .isGreaterThan(100);
                });
    }

    static Stream<Dashboard> dashboards() {
        return RenderedFiles.dashboards().stream();
    }

    private static Rectangle place(JsonNode panel) {
        JsonNode grid = panel.path("gridPos");
        return new Rectangle(
                grid.path("x").asInt(-1),
                grid.path("y").asInt(-1),
                grid.path("w").asInt(),
                grid.path("h").asInt());
    }
}
