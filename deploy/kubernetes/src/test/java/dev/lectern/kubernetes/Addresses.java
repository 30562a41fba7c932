package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What settings name: what operators make, and files that are mounted. */
final class Addresses {

    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+)\\?sslmode=verify-full&sslrootcert=(\\S+)");

    private final Manifests manifests;
    private final List<String> dangling = new ArrayList<>();

    private Addresses(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Which of them are nobody's. */
    static List<String> dangling(Manifests manifests) {
        var addresses = new Addresses(manifests);
        manifests.services().forEach(addresses::ofVariables);
        return addresses.dangling;
    }

    private void need(boolean there, Manifest from, String to) {
        if (!there) {
            dangling.add(from + ": " + to);
        }
    }

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
                                    && database.group(3)
                                            .equals(Databases.origin(cluster)
                                                    .path("database")
                                                    .asText())
                                    && Databases.origin(cluster)
                                            .path("owner")
                                            .asText()
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
}
