package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts watch what services count, and say what to do. */
final class Alerts {

    private static final Pattern COUNTED =
            Pattern.compile("(?:(Counter\\.builder|counter)|Gauge\\.builder|gauge)\\(\\s*\"(lectern\\.[a-z.]+)\"");
    private static final Pattern WATCHED = Pattern.compile("\\blectern_[a-z_]+");
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([A-Z_]+)\"");
    private static final String VERDICTS =
            "notification-service/src/main/java/dev/lectern/notification/delivery/Verdict.java";

    private Alerts() {}

    static List<String> faults(Manifests manifests) {
        var metrics = metrics(manifests);
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
            WATCHED.matcher(expression)
                    .results()
                    .filter(found -> !metrics.contains(found.group()))
                    .forEach(found -> faults.add(alert + " watches what nobody counts: " + found.group()));
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

    /** As Prometheus calls them: counters end in total, and a unit may follow. */
    private static Set<String> metrics(Manifests manifests) {
        return manifests
                .services()
                .flatMap(service -> Settings.sources(service.name()))
                .flatMap(source -> COUNTED.matcher(source).results())
                .flatMap(found -> {
                    var name = found.group(2).replace('.', '_');
                    return found.group(1) == null ? Stream.of(name, name + "_seconds") : Stream.of(name + "_total");
                })
                .collect(Collectors.toSet());
    }
}
