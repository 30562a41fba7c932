package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that manifests call each other by. */
final class References {

    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+)\\?sslmode=verify-full&sslrootcert=(\\S+)");

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
        manifests.ofKind("Service").forEach(references::ofService);
        manifests.ofKind("HTTPRoute").forEach(references::ofRoute);
        manifests.ofKind("HorizontalPodAutoscaler").forEach(references::ofAutoscaler);
        manifests.ofKind("PodMonitor").forEach(references::ofMonitor);
        manifests.ofKind("NetworkPolicy").forEach(references::ofPolicy);
        manifests.all().forEach(references::ofSelectors);
        manifests.ofKind("Cluster").forEach(references::ofDatabase);
        manifests.ofKind("ScheduledBackup").forEach(references::ofBackup);
        manifests.ofKind("ObjectStore").forEach(references::ofStore);
        Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                .flatMap(manifests::ofKind)
                .forEach(references::ofKafka);
        return references.dangling;
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
        ofVariables(deployment);
    }

    private void ofSecret(Manifest deployment, JsonNode secret) {
        var name = secret.path("name").asText();
        for (var item : secret.path("items")) {
            var key = item.path("key").asText();
            need(secrets.have(name, key), deployment, "Secret " + name + " with " + key);
        }
    }

    /** Addresses in settings are names of what operators make. */
    private void ofVariables(Manifest deployment) {
        var variables = Variables.of(manifests, deployment);
        var files = mountedFiles(deployment);
        var trust = variables.getOrDefault("KAFKA_SSL_TRUSTSTORE_LOCATION", "");
        need(files.contains(trust), deployment, "file " + trust);
        var folder = variables.getOrDefault("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "");
        need(files.stream().anyMatch(file -> file.startsWith(folder + "/")), deployment, "folder " + folder);
        var brokers = variables.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        need(listeners().anyMatch(brokers::equals), deployment, "listener " + brokers);
        var database = JDBC.matcher(variables.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", ""));
        need(database.matches(), deployment, "JDBC URL with a checked certificate");
        if (database.matches()) {
            need(files.contains(database.group(4)), deployment, "file " + database.group(4));
            need(
                    manifests
                            .ofKind("Cluster")
                            .anyMatch(cluster -> database.group(1).equals(cluster.name() + "-rw")
                                    && database.group(2).equals("5432")
                                    && database.group(3).equals(cluster.text("/spec/bootstrap/initdb/database"))
                                    && cluster.text("/spec/bootstrap/initdb/owner")
                                            .equals(variables.get("QUARKUS_DATASOURCE_USERNAME"))),
                    deployment,
                    "database " + database.group());
        }
    }

    private Stream<String> listeners() {
        return manifests
                .ofKind("Kafka")
                .flatMap(kafka -> kafka.at("/spec/kafka/listeners")
                        .valueStream()
                        .map(listener -> kafka.name() + "-kafka-bootstrap:"
                                + listener.path("port").asText()));
    }

    /** The paths at which a service finds files of secrets. */
    static Set<String> mountedFiles(Manifest deployment) {
        var files = new HashSet<String>();
        for (var mount : deployment.container().path("volumeMounts")) {
            deployment
                    .at("/spec/template/spec/volumes")
                    .valueStream()
                    .filter(volume -> volume.path("name").equals(mount.path("name")))
                    .flatMap(volume -> volume.findValues("items").stream())
                    .flatMap(JsonNode::valueStream)
                    .forEach(item -> files.add(mount.path("mountPath").asText() + "/"
                            + item.path("path").asText()));
        }
        return files;
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
