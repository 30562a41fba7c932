package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of metrics in deploy/operations.md is what the services count, and nobody looks at anything else. */
class MetricsTest {

    @Test
    void theTableIsWhatTheServicesCount() {
        var table = Metrics.documented();
        table.keySet().removeIf(name -> !name.startsWith("lectern_"));

        assertThat(Metrics.counted()).isNotEmpty().isEqualTo(table);
    }

    @Test
    void alertsAndDashboardLookAtWhatIsInTheTable() {
        var unknown = new HashSet<String>();
        Metrics.expressions(Manifests.base())
                .flatMap(expression -> Metrics.watched(expression).stream())
                .filter(metric -> !Metrics.isThere(metric, Metrics.documented().keySet()))
                .forEach(unknown::add);

        assertThat(unknown).isEmpty();
    }

    @Test
    void theDashboardAsksForSomethingInEachPanel() {
        var panels = Metrics.dashboard(Manifests.base()).path("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.findValuesAsText("expr")).isNotEmpty().doesNotContain("");
        });
        assertThat(panels.findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max by (pod) (lectern_outbox_depth != bool lectern_outbox_depth) == 1; lectern_outbox_depth",
                "sum(increase(a_total{outcome=\"X\"}[1h])) > 0 or sum(b_total offset 1h) / 2.5; a_total,b_total",
                "absent(up{job=\"by (x)\"}) unless on (pod) clamp_min(c:d, 1e3); up,c:d",
                "histogram_quantile(0.95, sum by (le) (rate(e_bucket[$__rate_interval]))); e_bucket"
            })
    void whatAnExpressionLooksAtIsFound(String expression, String metrics) {
        assertThat(Metrics.watched(expression)).containsExactlyInAnyOrderElementsOf(Set.of(metrics.split(",")));
    }
}
