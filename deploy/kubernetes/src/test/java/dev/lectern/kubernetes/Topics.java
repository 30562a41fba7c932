package dev.lectern.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics, and who may do what with them. */
final class Topics {

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.([\\w-]+)\\.topics?");

    private Topics() {}

    /** The settings of each topic in the one list of them. */
    static Map<String, Map<String, String>> listed() {
        return Settings.read("deploy/stack/src/main/resources/topics.conf")
                .lines()
                .filter(line -> line.startsWith("lectern."))
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(words -> words[0], Topics::settings));
    }

    private static Map<String, String> settings(String[] words) {
        var settings = new HashMap<String, String>();
        settings.put("partitions", words[1]);
        Stream.of(words).skip(2).map(word -> word.split("=")).forEach(pair -> settings.put(pair[0], pair[1]));
        return settings;
    }

    static Map<String, Map<String, String>> of(Manifests manifests) {
        return manifests.ofKind("KafkaTopic").collect(Collectors.toMap(Manifest::name, topic -> {
            var settings = new HashMap<>(topic.texts("/spec/config"));
            settings.put("partitions", topic.text("/spec/partitions"));
            return settings;
        }));
    }

    /** What each service does: {@code Write topic}, {@code Read topic}, {@code Read group}. */
    static Set<String> needed(String service) {
        var owner = service.substring(0, service.indexOf('-'));
        var needed = new TreeSet<String>();
        listed().keySet().stream()
                .filter(topic -> topic.startsWith("lectern." + owner + "."))
                .forEach(topic -> needed.add("Write topic " + topic));
        var properties = Settings.properties(service);
        for (var property : properties.stringPropertyNames()) {
            var channel = CHANNEL.matcher(property);
            if (channel.matches()) {
                Stream.of(properties.getProperty(property).split(","))
                        .forEach(topic -> needed.add("Read topic " + topic));
                needed.add("Read group "
                        + group(
                                service,
                                properties.getProperty("mp.messaging.incoming." + channel.group(1) + ".group.id")));
            }
        }
        return needed;
    }

    /** A group with a random end is allowed by its beginning. */
    private static String group(String service, String value) {
        return value.replace("${quarkus.application.name}", service).replace("${quarkus.uuid}", "*");
    }

    static Set<String> granted(Manifest user) {
        var granted = new TreeSet<String>();
        for (var rule : user.at("/spec/authorization/acls")) {
            var resource = rule.path("resource");
            var any = resource.path("patternType").asText().equals("prefix") ? "*" : "";
            for (var operation : rule.path("operations")) {
                granted.add(operation.asText() + " " + resource.path("type").asText() + " "
                        + resource.path("name").asText() + any);
            }
        }
        return granted;
    }

    /** What a service may do and does not, and what it does and may not. */
    static List<String> faults(Manifests manifests) {
        var faults = new ArrayList<String>();
        manifests.services().map(Manifest::name).forEach(service -> {
            var granted = granted(manifests.the("KafkaUser", service));
            var needed = needed(service);
            granted.stream()
                    .filter(right -> !needed.contains(right))
                    .forEach(right -> faults.add(service + " has no need of: " + right));
            needed.stream()
                    .filter(right -> !granted.contains(right))
                    .forEach(right -> faults.add(service + " needs: " + right));
        });
        return faults;
    }
}
