package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of pod that there will be: those of the Deployments, and those that operators make. */
record Pods(List<Pod> all) {

    /** @param ports where it may be talked to, by number; those of services have a name */
    record Pod(String owner, Map<String, String> labels, Map<Integer, String> ports) {

        boolean isSelectedBy(JsonNode selector) {
            return labels.entrySet()
                            .containsAll(
                                    Manifest.texts(selector.path("matchLabels")).entrySet())
                    && selector.path("matchExpressions").valueStream().allMatch(this::fits);
        }

        private boolean fits(JsonNode expression) {
            if (!expression.path("operator").asText().equals("Exists")) {
                throw new AssertionError("not understood: " + expression);
            }
            return labels.containsKey(expression.path("key").asText());
        }
    }

    static Pods of(Manifests manifests) {
        return new Pods(Stream.of(
                        manifests.services().map(Pods::ofService),
                        manifests.ofKind("Kafka").flatMap(Pods::ofKafka),
                        manifests.ofKind("Cluster").map(Pods::ofDatabase))
                .flatMap(same -> same)
                .toList());
    }

    private static Pod ofService(Manifest deployment) {
        return new Pod(
                deployment.name(),
                deployment.texts("/spec/template/metadata/labels"),
                deployment
                        .container()
                        .path("ports")
                        .valueStream()
                        .collect(Collectors.toMap(
                                port -> port.path("containerPort").asInt(),
                                port -> port.path("name").asText())));
    }

    /** As Strimzi labels them. 9090 is the controllers' port, 9091 that of the brokers among themselves. */
    private static Stream<Pod> ofKafka(Manifest kafka) {
        var ports = Stream.concat(
                        Stream.of(9090, 9091, 9092, 9093),
                        kafka.at("/spec/kafka/listeners")
                                .valueStream()
                                .map(listener -> listener.path("port").asInt()))
                .distinct()
                .collect(Collectors.toMap(port -> port, port -> ""));
        return Stream.of(
                new Pod("kafka", strimzi(kafka, "kafka"), ports),
                new Pod("entity-operator", strimzi(kafka, "entity-operator"), Map.of()));
    }

    private static Map<String, String> strimzi(Manifest kafka, String part) {
        return Map.of("strimzi.io/cluster", kafka.name(), "strimzi.io/name", kafka.name() + "-" + part);
    }

    /** As CloudNativePG labels them. 8000 is where the instances tell their state, 9187 their metrics. */
    private static Pod ofDatabase(Manifest cluster) {
        return new Pod(
                cluster.name(), Map.of("cnpg.io/cluster", cluster.name()), Map.of(5432, "", 8000, "", 9187, "metrics"));
    }

    Stream<Pod> selectedBy(JsonNode selector) {
        return all.stream().filter(pod -> pod.isSelectedBy(selector));
    }

    Set<String> owners(JsonNode selector) {
        return selectedBy(selector).map(Pod::owner).collect(Collectors.toSet());
    }

    Pod the(String owner) {
        return all.stream()
                .filter(pod -> pod.owner().equals(owner))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there are no pods of " + owner));
    }
}
