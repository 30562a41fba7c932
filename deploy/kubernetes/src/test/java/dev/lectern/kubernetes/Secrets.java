package dev.lectern.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Secrets that there will be, with their keys: those that operators make, and those that the README says how to make. */
record Secrets(Map<String, Set<String>> keys) {

    private static final Pattern MADE =
            Pattern.compile("create secret generic (\\S+)((?:\\s+\\\\?\\s*--from-file=\\S+)+)");
    private static final Pattern KEY = Pattern.compile("--from-file=([^=\\s]+)=");

    static Secrets of(Manifests manifests) {
        var keys = new HashMap<String, Set<String>>();
        manifests.ofKind("Cluster").forEach(cluster -> {
            keys.put(cluster.name() + "-app", Set.of("username", "password", "host", "port", "dbname", "jdbc-uri"));
            keys.put(cluster.name() + "-ca", Set.of("ca.crt", "ca.key"));
        });
        manifests.ofKind("Kafka").forEach(kafka -> keys.put(kafka.name() + "-cluster-ca-cert", Set.of("ca.crt")));
        manifests
                .ofKind("KafkaUser")
                .filter(user -> user.text("/spec/authentication/type").equals("scram-sha-512"))
                .forEach(user -> keys.put(user.name(), Set.of("password", "sasl.jaas.config")));
        MADE.matcher(Manifests.text(Manifests.HOME.resolve("README.md")))
                .results()
                .forEach(made -> keys.put(
                        made.group(1),
                        KEY.matcher(made.group(2))
                                .results()
                                .map(key -> key.group(1))
                                .collect(Collectors.toSet())));
        return new Secrets(keys);
    }

    boolean have(String name, String key) {
        return keys.getOrDefault(name, Set.of()).contains(key);
    }
}
