package dev.lectern.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {

    private static final String RULE = "/spec/groups/0/rules/5";

    @TempDir
    private Path folder;

    @Test
    void alertsWatchWhatIsCountedAndSayWhatToDo() {
        assertThat(Alerts.rules(Manifests.base())).isNotEmpty();
        assertThat(Alerts.faults(Manifests.base())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "expr, max(lectern_mail_refused) == 1, LecternMailRefused watches what nobody counts: lectern_mail_refused",
        "expr, lectern_deliveries > 1, LecternMailRefused watches what nobody counts: lectern_deliveries",
        "expr, 'lectern_deliveries_total{outcome=\"LOST\"} > 1', LecternMailRefused waits for no outcome of a delivery: LOST",
        "annotations/runbook,, LecternMailRefused lacks /annotations/runbook",
        "labels/severity,, LecternMailRefused lacks /labels/severity"
    })
    void anAlertThatDoesNotIsTold(String field, String value, String fault) {
        var broken = Manifests.base().with("PrometheusRule", "lectern", RULE + "/" + field, value);
        assertThat(Alerts.faults(broken)).containsExactly(fault);
    }

    @Test
    void alertsAreRaisedByWhatTheyAreFor() throws Exception {
        assertThat(promtool(Manifests.base())).isEqualTo("");
    }

    @Test
    void anAlertThatIsNotRaisedIsSeen() throws Exception {
        var broken = Manifests.base()
                .with("PrometheusRule", "lectern", RULE + "/expr", "max(lectern_delivery_refused) == 2");
        assertThat(promtool(broken)).contains("FAILED", "LecternMailRefused");
    }

    /** What Prometheus' own tool complains of. */
    private String promtool(Manifests manifests) throws IOException, InterruptedException {
        assumeTrue(Renderer.isThere("promtool"), "there is no promtool");
        var rules = manifests.the("PrometheusRule", "lectern").at("/spec/groups");
        Manifests.YAML.writeValue(folder.resolve("rules.yaml").toFile(), Map.of("groups", rules));
        var test = folder.resolve("alerts.test.yaml");
        Files.copy(Path.of("src/test/resources/alerts.test.yaml"), test);
        var process = new ProcessBuilder("promtool", "test", "rules", test.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
