package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that there are, by the names that Prometheus gives them, and those that somebody looks at. */
final class Metrics {

    private static final String DOCUMENT = "deploy/operations.md";
    private static final List<String> SERVICES = List.of("catalog-service", "schedule-service", "notification-service");
    private static final String SHARED = "chassis/service";

    /** Up to the end of the statement, in which a unit may follow. */
    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?:(FunctionCounter|Counter)\\.builder|(Timer)\\.builder|Gauge\\.builder|(counter)|gauge)"
                    + "\\(\\s*\"(lectern\\.[a-z.]+)\"([^;]*);");

    private static final Pattern UNIT = Pattern.compile("\\.baseUnit\\(\"([a-z]+)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([a-z, ]+) \\|.*\\|$");

    /** What a timer becomes. */
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum|max)$");

    /** In PromQL, whatever is no metric: texts, labels, ranges, the names of functions, and the words between metrics. */
    private static final Pattern NO_METRIC =
            Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|on|without|ignoring)\\s*\\([^)]*\\)"
                    + "|\\boffset \\w+|\\b(and|or|unless|bool|max|sum|count)\\b|[A-Za-z_]\\w*\\s*\\(|\\b\\d[\\w.]*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][\\w:]*");

    private Metrics() {}

    /** What the sources count, and of which services: {@code all}, or their names without what they share. */
    static Map<String, String> counted() {
        var found = new TreeMap<String, Set<String>>();
        var shared = names(SHARED).collect(Collectors.toSet());
        shared.forEach(name -> found.put(name, new TreeSet<>(Set.of("all"))));
        SERVICES.forEach(service -> names(service)
                .filter(name -> !shared.contains(name))
                .forEach(name ->
                        found.computeIfAbsent(name, any -> new TreeSet<>()).add(service.replace("-service", ""))));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join(", ", each.getValue())));
    }

    private static Stream<String> names(String module) {
        return Settings.sources(module)
                .flatMap(source -> COUNTED.matcher(source).results())
                .map(found -> {
                    var name = found.group(4).replace('.', '_');
                    if (found.group(1) != null || found.group(3) != null) {
                        return name + "_total";
                    }
                    var unit = UNIT.matcher(found.group(5));
                    return found.group(2) != null ? name + "_seconds" : unit.find() ? name + "_" + unit.group(1) : name;
                })
                .distinct();
    }

    /** The rows of the document, with the services that they name. */
    static Map<String, String> documented() {
        return ROW.matcher(Settings.read(DOCUMENT))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    /** Which metrics an expression looks at. */
    static Set<String> watched(String expression) {
        return NAME.matcher(NO_METRIC.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isThere(String metric, Set<String> metrics) {
        return metrics.contains(metric) || metrics.contains(PART.matcher(metric).replaceFirst(""));
    }

    /** What the alerts and the dashboard ask for, in PromQL. */
    static Stream<String> expressions(Manifests manifests) {
        return Stream.concat(
                Alerts.rules(manifests).map(rule -> rule.path("expr").asText()),
                dashboard(manifests).findValuesAsText("expr").stream());
    }

    static JsonNode dashboard(Manifests manifests) {
        try {
            return new ObjectMapper()
                    .readTree(manifests
                            .the("ConfigMap", "lectern-dashboard")
                            .content()
                            .at("/data/lectern.json")
                            .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
