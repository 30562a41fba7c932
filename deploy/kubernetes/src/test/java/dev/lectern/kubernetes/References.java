package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that manifests call each other by. */
final class References {

    private final Manifests manifests;
    private final Pods pods;
    private final Secrets secrets;
    private final List<String> dangling = new ArrayList<>();

    private References(Manifests manifests) {
        this.manifests = manifests;
        this.pods = Pods.of(manifests);
        this.secrets = Secrets.of(manifests);
    }

    /** Which of them name nothing. */
    static List<String> dangling(Manifests manifests) {
        var references = new References(manifests);
        manifests.services().forEach(references::ofDeployment);
        manifests.ofKind("HTTPRoute").forEach(references::ofRoute);
        manifests.ofKind("HorizontalPodAutoscaler").forEach(references::ofAutoscaler);
        manifests.ofKind("Cluster").forEach(references::ofDatabase);
        manifests.ofKind("ScheduledBackup").forEach(references::ofBackup);
        manifests.ofKind("ObjectStore").forEach(references::ofStore);
        Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                .flatMap(manifests::ofKind)
                .forEach(references::ofKafka);
        return Stream.of(references.dangling, Selectors.dangling(manifests), Addresses.dangling(manifests))
                .flatMap(List::stream)
                .toList();
    }

    private void need(boolean there, Manifest from, String to) {
        if (!there) {
            dangling.add(from + ": " + to);
        }
    }

    private void ofDeployment(Manifest deployment) {
        var pod = deployment.at("/spec/template/spec");
        var account = pod.path("serviceAccountName").asText();
        need(manifests.has("ServiceAccount", account), deployment, "ServiceAccount " + account);
        var container = deployment.container();
        for (var source : container.path("envFrom")) {
            var map = source.at("/configMapRef/name").asText();
            need(manifests.has("ConfigMap", map), deployment, "ConfigMap " + map);
        }
        var volumes = pod.path("volumes")
                .valueStream()
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        for (var mount : container.path("volumeMounts")) {
            var volume = mount.path("name").asText();
            need(volumes.contains(volume), deployment, "volume " + volume);
        }
        deployment.everywhere("secret").forEach(secret -> ofSecret(deployment, secret));
        var ports = Set.copyOf(pods.the(deployment.name()).ports().values());
        deployment
                .everywhere("httpGet")
                .map(probe -> probe.path("port").asText())
                .forEach(port -> need(ports.contains(port), deployment, "port " + port));
        need(pods.owners(deployment.at("/spec/selector")).equals(Set.of(deployment.name())), deployment, "its pods");
    }

    private void ofSecret(Manifest deployment, JsonNode secret) {
        var name = secret.path("name").asText();
        for (var item : secret.path("items")) {
            var key = item.path("key").asText();
            need(secrets.have(name, key), deployment, "Secret " + name + " with " + key);
        }
    }

    private void ofRoute(Manifest route) {
        for (var rule : route.at("/spec/rules")) {
            for (var backend : rule.path("backendRefs")) {
                var name = backend.path("name").asText();
                var port = backend.path("port").asInt();
                need(
                        manifests.find("Service", name).stream()
                                .flatMap(service -> service.at("/spec/ports").valueStream())
                                .anyMatch(known -> known.path("port").asInt() == port),
                        route,
                        "Service " + name + " with port " + port);
            }
        }
    }

    private void ofAutoscaler(Manifest autoscaler) {
        var target = autoscaler.at("/spec/scaleTargetRef");
        var name = target.path("name").asText();
        need(
                manifests
                        .find(target.path("kind").asText(), name)
                        .filter(found -> found.text("/apiVersion")
                                .equals(target.path("apiVersion").asText()))
                        .isPresent(),
                autoscaler,
                "target " + name);
    }

    private void ofDatabase(Manifest cluster) {
        for (var plugin : cluster.at("/spec/plugins")) {
            var store = plugin.at("/parameters/barmanObjectName").asText();
            need(manifests.has("ObjectStore", store), cluster, "ObjectStore " + store);
        }
    }

    private void ofBackup(Manifest backup) {
        var name = backup.text("/spec/cluster/name");
        var plugin = backup.text("/spec/pluginConfiguration/name");
        need(
                manifests.find("Cluster", name).stream()
                        .flatMap(cluster -> cluster.at("/spec/plugins").valueStream())
                        .anyMatch(known -> known.path("name").asText().equals(plugin)),
                backup,
                "Cluster " + name + " with " + plugin);
    }

    private void ofStore(Manifest store) {
        for (var reference : store.at("/spec/configuration/s3Credentials")) {
            var name = reference.path("name").asText();
            var key = reference.path("key").asText();
            need(secrets.have(name, key), store, "Secret " + name + " with " + key);
        }
    }

    private void ofKafka(Manifest part) {
        var cluster = part.texts("/metadata/labels").getOrDefault("strimzi.io/cluster", "");
        need(manifests.has("Kafka", cluster), part, "Kafka " + cluster);
        for (var rule : part.at("/spec/authorization/acls")) {
            var resource = rule.path("resource");
            var name = resource.path("name").asText();
            need(
                    !resource.path("type").asText().equals("topic") || manifests.has("KafkaTopic", name),
                    part,
                    "KafkaTopic " + name);
        }
    }
}
