package dev.lectern.stack.kafka;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights that deploy/compose gives at the broker are those that services need, and no others. */
class AccessTest {

    private static final String INCOMING = "mp.messaging.incoming.";

    /** One line of the list. */
    private record Right(String service, String operation, String kind, String pattern, Set<String> names) {

        static Right of(String line) {
            var words = line.split("\\s+", -1);
            return new Right(
                    words[0],
                    words[1],
                    words[2],
                    words[3],
                    Stream.of(words).skip(4).collect(toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "schedule", "notification"})
    void aServiceMayWriteItsOwnTopicsAndReadThoseThatItConsumes(String service) {
        var own = Topic.all().stream().map(Topic::name).filter(name -> name.startsWith("lectern." + service + "."));

        assertThat(names(service, "Write", "topic")).isEqualTo(own.collect(toSet()));
        assertThat(names(service, "Read", "topic"))
                .isEqualTo(settings(service, ".topics", ".topic")
                        .flatMap(topics -> Stream.of(topics.split(",", -1)))
                        .collect(toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "schedule", "notification"})
    void aServiceMayReadInItsOwnGroupsOnly(String service) {
        var groups = settings(service, ".group.id")
                .map(group -> group.replace("${quarkus.application.name}", service + "-service"))
                .toList();

        assertThat(names(service, "Read", "group")).containsExactly(service + "-service");
        assertThat(groups)
                .isNotEmpty()
                .allMatch(group -> rights(service, "Read", "group")
                        .allMatch(right -> right.pattern().equals("prefixed")
                                ? group.startsWith(service + "-service")
                                : group.equals(service + "-service")));
    }

    private static Set<String> names(String service, String operation, String kind) {
        return rights(service, operation, kind)
                .flatMap(right -> right.names().stream())
                .collect(toSet());
    }

    private static Stream<Right> rights(String service, String operation, String kind) {
        try {
            return Files.readAllLines(Path.of("../compose/kafka/access.conf")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Right::of)
                    .filter(right -> right.service().equals(service)
                            && right.operation().equals(operation)
                            && right.kind().equals(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the channels of a service have been given for what ends so. */
    private static Stream<String> settings(String service, String... ends) {
        var settings = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("../../" + service + "-service/src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && Stream.of(ends).anyMatch(name::endsWith))
                .map(settings::getProperty);
    }
}
