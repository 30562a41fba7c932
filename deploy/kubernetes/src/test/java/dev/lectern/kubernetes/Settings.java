package dev.lectern.kubernetes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The variables that a service knows, from its sources: properties and variables are the same, in different letters. */
final class Settings {

    private static final Path PROJECT = Manifests.HOME.resolve("../..");
    private static final String SHARED = "chassis/service/src/main";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)(:?)");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MAPPED = Pattern.compile("(?m)^    [\\w<>]+ (\\w+)\\(\\);");
    private static final Pattern VARIABLE = Pattern.compile("\"((?:QUARKUS|KAFKA|LECTERN)_[A-Z_]+)\"");
    private static final Pattern OF_ONE_MACHINE =
            Pattern.compile("QUARKUS_(HTTP|MANAGEMENT)_(HOST|PORT)|LECTERN_AGENDA_PORT|QUARKUS_OIDC_AUTH_SERVER_URL");

    /** Of the library that reads configuration, which finds its own files by it. */
    private static final String FOLDERS = "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS";

    private Settings() {}

    /** @param service as its folder is called */
    static Set<String> known(String service) {
        var known = new TreeSet<String>();
        known.add(FOLDERS);
        ConsumerConfig.configNames().forEach(name -> known.add(variable("kafka." + name)));
        ofStack().filter(name -> name.startsWith("QUARKUS_")).forEach(known::add);
        properties(service).stringPropertyNames().forEach(name -> known.add(variable(name)));
        placeholders(service).forEach(found -> known.add(variable(found.group(1))));
        sources(service).forEach(source -> {
            find(INJECTED, source).forEach(found -> known.add(variable(found.group(1))));
            find(MAPPING, source)
                    .forEach(prefix -> find(MAPPED, source)
                            .forEach(found -> known.add(variable(prefix.group(1) + "." + dashed(found.group(1))))));
        });
        return known;
    }

    /**
     * What has no default, or one that is only right on one machine: what the stack of one machine tells the service,
     * but for ports and where the issuer of tokens is, which is found by its name.
     */
    static Set<String> needed(String service) {
        var known = known(service);
        var defined = properties(service).stringPropertyNames();
        return Stream.concat(
                        ofStack().filter(known::contains),
                        placeholders(service)
                                .filter(found -> found.group(2).isEmpty() && !defined.contains(found.group(1)))
                                .map(found -> variable(found.group(1)))
                                .filter(name -> name.startsWith("LECTERN_")))
                .filter(name -> !OF_ONE_MACHINE.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> ofStack() {
        var sources = "deploy/stack/src/main/java/dev/lectern/stack/";
        var account = Pattern.compile("\"((?:security|sasl)\\.[a-z.]+)\"");
        return Stream.concat(
                find(VARIABLE, read(sources + "service/ServiceProgram.java")).map(found -> found.group(1)),
                find(account, read(sources + "kafka/BrokerAccount.java"))
                        .map(found -> variable("kafka." + found.group(1))));
    }

    /** Those of the service come before those that all have. */
    static Properties properties(String service) {
        var properties = new Properties();
        propertyFiles(service).forEach(text -> {
            try {
                properties.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return properties;
    }

    private static Stream<MatchResult> placeholders(String service) {
        return propertyFiles(service).flatMap(text -> find(PLACEHOLDER, text));
    }

    private static Stream<String> propertyFiles(String service) {
        return Stream.of(
                read(SHARED + "/resources/META-INF/microprofile-config.properties"),
                read(service + "/src/main/resources/application.properties"));
    }

    static Stream<String> sources(String service) {
        return Stream.of(SHARED, service + "/src/main").flatMap(folder -> {
            try (var files = Files.walk(PROJECT.resolve(folder))) {
                return files.filter(file -> file.toString().endsWith(".java")).map(Manifests::text).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    static String read(String file) {
        return Manifests.text(PROJECT.resolve(file));
    }
}
