package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every database is. */
final class Databases {

    /** For backups, replication, the operator and whoever looks. */
    private static final int OTHERS = 20;

    private Databases() {}

    static List<String> faults(Manifests manifests) {
        var faults = new ArrayList<String>();
        manifests.ofKind("Cluster").forEach(cluster -> {
            if (cluster.at("/spec/instances").asInt() < 3
                    || cluster.at("/spec/postgresql/synchronous/number").asInt() < 1
                    || !cluster.text("/spec/postgresql/synchronous/dataDurability")
                            .equals("required")) {
                faults.add(cluster + " may lose what was answered with success");
            }
            if (cluster.at("/spec/bootstrap").has("recovery")) {
                recoveryFaults(cluster).forEach(fault -> faults.add(cluster + " " + fault));
            } else if (!sorting(cluster).equals(sortingOfStack())) {
                faults.add(cluster + " sorts otherwise than the one-machine stack");
            }
            if (manifests
                    .ofKind("ScheduledBackup")
                    .noneMatch(backup -> backup.text("/spec/cluster/name").equals(cluster.name()))) {
                faults.add(cluster + " has no backup");
            }
            if (cluster.at("/spec/plugins")
                    .valueStream()
                    .noneMatch(plugin -> plugin.path("isWALArchiver").asBoolean())) {
                faults.add(cluster + " archives no log");
            }
        });
        manifests.ofKind("HorizontalPodAutoscaler").forEach(autoscaler -> {
            if (sparedConnections(manifests, autoscaler) < 0) {
                faults.add(autoscaler + " allows more replicas than their database has connections");
            }
        });
        return faults;
    }

    /** What makes it where it is not there: {@code initdb} or {@code recovery}. */
    static JsonNode origin(Manifest cluster) {
        return cluster.at("/spec/bootstrap").valueStream().findFirst().orElse(MissingNode.getInstance());
    }

    /** It sorts as what it is made of. */
    private static List<String> recoveryFaults(Manifest cluster) {
        var recovery = cluster.at("/spec/bootstrap/recovery");
        var source = cluster.at("/spec/externalClusters")
                .valueStream()
                .filter(other -> other.path("name").equals(recovery.path("source")))
                .map(other -> other.at("/plugin/parameters"))
                .findFirst();
        if (source.isEmpty()) {
            return List.of("is made of a backup that is nowhere");
        }
        var faults = new ArrayList<String>();
        var archive = cluster.at("/spec/plugins/0/parameters");
        if (!source.get().path("barmanObjectName").equals(archive.path("barmanObjectName"))
                || !source.get().path("serverName").asText().equals(cluster.name())) {
            faults.add("is made of the backup of another one");
        }
        if (archive.path("serverName")
                .asText(cluster.name())
                .equals(source.get().path("serverName").asText())) {
            faults.add("writes to the backup that it is made of");
        }
        return faults;
    }

    /** What is left when all replicas, and one more while they are replaced, use all of theirs. */
    private static int sparedConnections(Manifests manifests, Manifest autoscaler) {
        var service = autoscaler.text("/spec/scaleTargetRef/name");
        var pool = Integer.parseInt(Settings.properties(service).getProperty("quarkus.datasource.jdbc.max-size"));
        var replicas = autoscaler.at("/spec/maxReplicas").asInt() + 1;
        var database = manifests.the("Cluster", service.replace("-service", "-database"));
        return database.at("/spec/postgresql/parameters")
                        .path("max_connections")
                        .asInt()
                - OTHERS
                - replicas * pool;
    }

    private static List<String> sorting(Manifest cluster) {
        var initdb = cluster.at("/spec/bootstrap/initdb");
        return List.of(
                "--encoding=" + initdb.path("encoding").asText(),
                // The operator's default.
                "--locale=" + initdb.path("locale").asText("C"),
                "--locale-provider=" + initdb.path("localeProvider").asText(),
                "--builtin-locale=" + initdb.path("builtinLocale").asText());
    }

    private static List<String> sortingOfStack() {
        var server = Settings.read("deploy/stack/src/main/java/dev/lectern/stack/postgres/PostgresServer.java");
        return Pattern.compile("\"(--(?:encoding|locale|builtin)[^\"]*)\"")
                .matcher(server)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
