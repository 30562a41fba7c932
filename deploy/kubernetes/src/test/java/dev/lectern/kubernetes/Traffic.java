package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.kubernetes.Pods.Pod;
import java.util.Map;
import java.util.stream.Stream;

/** What the network policies let through. Where none selects a pod, all would be. */
record Traffic(Manifests manifests) {

    /** Strimzi's own policies say who may come in to Kafka; of a listener these are its {@code networkPolicyPeers}. */
    boolean mayTalk(Pod from, Pod to, int port) {
        return mayGoOut(from, port, rule -> names(rule.path("to"), to))
                && (to.owner().equals("kafka")
                        ? isPeer(from, port)
                        : mayComeIn(to, port, rule -> names(rule.path("from"), from)));
    }

    /** From pods of another namespace. */
    boolean mayComeInFrom(String namespace, Pod to, int port) {
        return mayComeIn(to, port, rule -> namesNamespace(rule.path("from"), namespace));
    }

    boolean mayGoToNamespace(Pod from, String namespace, int port) {
        return mayGoOut(from, port, rule -> namesNamespace(rule.path("to"), namespace));
    }

    /** To addresses that no policy knows. */
    boolean mayGoAnywhere(Pod from, int port) {
        return mayGoOut(from, port, rule -> !rule.has("to"));
    }

    private interface Rule {
        boolean matches(JsonNode rule);
    }

    private boolean mayGoOut(Pod from, int port, Rule rule) {
        return isOpen(from, "Egress", "/spec/egress", port, rule);
    }

    private boolean mayComeIn(Pod to, int port, Rule rule) {
        return isOpen(to, "Ingress", "/spec/ingress", port, rule);
    }

    private boolean isOpen(Pod pod, String direction, String rules, int port, Rule rule) {
        var policies = policies(pod, direction).toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> policy.at(rules).valueStream())
                        .anyMatch(open -> rule.matches(open) && hasPort(open, port));
    }

    private Stream<Manifest> policies(Pod pod, String direction) {
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> pod.isSelectedBy(policy.at("/spec/podSelector")))
                .filter(policy -> policy.at("/spec/policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.asText().equals(direction)));
    }

    private static boolean hasPort(JsonNode rule, int port) {
        return !rule.has("ports")
                || rule.path("ports").valueStream().anyMatch(open -> {
                    var first = open.path("port").asInt();
                    return first <= port && port <= open.path("endPort").asInt(first);
                });
    }

    private static boolean names(JsonNode peers, Pod pod) {
        return peers.valueStream()
                .anyMatch(peer -> !peer.has("namespaceSelector") && pod.isSelectedBy(peer.path("podSelector")));
    }

    private static boolean namesNamespace(JsonNode peers, String namespace) {
        return peers.valueStream()
                .anyMatch(peer -> Manifest.texts(peer.at("/namespaceSelector/matchLabels"))
                        .equals(Map.of("kubernetes.io/metadata.name", namespace)));
    }

    private boolean isPeer(Pod from, int port) {
        return manifests
                .ofKind("Kafka")
                .flatMap(kafka -> kafka.at("/spec/kafka/listeners").valueStream())
                .anyMatch(listener -> listener.path("port").asInt() == port
                        && (!listener.has("networkPolicyPeers") || names(listener.path("networkPolicyPeers"), from)));
    }
}
