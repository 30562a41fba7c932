package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Alerts watch what services count, and say what to do. */
final class Alerts {

    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([A-Z_]+)\"");
    private static final String VERDICTS =
            "notification-service/src/main/java/dev/lectern/notification/delivery/Verdict.java";

    private Alerts() {}

    static List<String> faults(Manifests manifests) {
        var metrics = Metrics.counted().keySet();
        var verdicts = Settings.read(VERDICTS);
        var faults = new ArrayList<String>();
        rules(manifests).forEach(rule -> {
            var alert = rule.path("alert").asText();
            for (var needed : List.of("/labels/severity", "/annotations/summary", "/annotations/runbook")) {
                if (rule.at(needed).asText().isBlank()) {
                    faults.add(alert + " lacks " + needed);
                }
            }
            var expression = rule.path("expr").asText();
            Metrics.watched(expression).stream()
                    .filter(watched -> watched.startsWith("lectern_") && !Metrics.isThere(watched, metrics))
                    .forEach(watched -> faults.add(alert + " watches what nobody counts: " + watched));
            OUTCOME.matcher(expression)
                    .results()
                    .filter(found -> !verdicts.contains("    " + found.group(1)))
                    .forEach(found -> faults.add(alert + " waits for no outcome of a delivery: " + found.group(1)));
        });
        return faults;
    }

    static Stream<JsonNode> rules(Manifests manifests) {
        return manifests
                .ofKind("PrometheusRule")
                .flatMap(rule -> rule.at("/spec/groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream());
    }
}
