package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Labels by which manifests choose pods, and ports at which these are talked to. */
final class Selectors {

    private final Pods pods;
    private final List<String> dangling = new ArrayList<>();

    private Selectors(Manifests manifests) {
        this.pods = Pods.of(manifests);
    }

    /** Which of them choose nothing. */
    static List<String> dangling(Manifests manifests) {
        var selectors = new Selectors(manifests);
        manifests.all().forEach(selectors::ofSelectors);
        manifests.services().forEach(selectors::ofDeployment);
        manifests.ofKind("Service").forEach(selectors::ofService);
        manifests.ofKind("PodMonitor").forEach(selectors::ofMonitor);
        manifests.ofKind("NetworkPolicy").forEach(selectors::ofPolicy);
        return selectors.dangling;
    }

    private void need(boolean there, Manifest from, String to) {
        if (!there) {
            dangling.add(from + ": " + to);
        }
    }

    private void ofDeployment(Manifest deployment) {
        var own = Set.of(deployment.name());
        need(pods.owners(deployment.at("/spec/selector")).equals(own), deployment, "its own pods only");
    }

    /** Wherever labels choose pods of this namespace, there are some. */
    private void ofSelectors(Manifest manifest) {
        Stream.of("podSelector", "labelSelector", "selector")
                .flatMap(manifest::everywhere)
                .filter(selector -> selector.has("matchLabels") || selector.has("matchExpressions"))
                .filter(selector -> !isElsewhere(manifest, selector))
                .filter(selector -> pods.selectedBy(selector).findAny().isEmpty())
                .forEach(selector -> need(false, manifest, "pods with " + selector));
    }

    private static boolean isElsewhere(Manifest manifest, JsonNode podSelector) {
        return manifest.content().findParents("namespaceSelector").stream()
                .anyMatch(peer -> peer.path("podSelector").equals(podSelector));
    }

    private void ofService(Manifest service) {
        var selector = Manifests.YAML.createObjectNode();
        selector.set("matchLabels", service.at("/spec/selector"));
        var selected = pods.selectedBy(selector).toList();
        need(selected.size() == 1, service, "the pods of one Deployment");
        for (var port : service.at("/spec/ports")) {
            var name = port.path("targetPort").asText();
            need(
                    selected.stream()
                            .allMatch(pod -> name.equals(
                                    pod.ports().get(port.path("port").asInt()))),
                    service,
                    "port " + name);
        }
    }

    private void ofMonitor(Manifest monitor) {
        for (var endpoint : monitor.at("/spec/podMetricsEndpoints")) {
            var port = endpoint.path("port").asText();
            need(
                    pods.selectedBy(monitor.at("/spec/selector"))
                            .allMatch(pod -> pod.ports().containsValue(port)),
                    monitor,
                    "port " + port);
        }
    }

    /** Ports that are opened are ports that somebody listens at. */
    private void ofPolicy(Manifest policy) {
        var own = pods.selectedBy(policy.at("/spec/podSelector")).toList();
        for (var rule : policy.at("/spec/ingress")) {
            ofPorts(policy, rule, own);
        }
        for (var rule : policy.at("/spec/egress")) {
            var peers = rule.path("to")
                    .valueStream()
                    .filter(peer -> !peer.has("namespaceSelector"))
                    .flatMap(peer -> pods.selectedBy(peer.path("podSelector")))
                    .toList();
            if (!peers.isEmpty()) {
                ofPorts(policy, rule, peers);
            }
        }
    }

    private void ofPorts(Manifest policy, JsonNode rule, List<Pods.Pod> pods) {
        for (var port : rule.path("ports")) {
            var number = port.path("port").asInt();
            need(pods.stream().anyMatch(pod -> pod.ports().containsKey(number)), policy, "port " + number);
        }
    }
}
