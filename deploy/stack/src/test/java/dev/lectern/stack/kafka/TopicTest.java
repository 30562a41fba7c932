package dev.lectern.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicTest {

    private static final Pattern CONSUMED =
            Pattern.compile("^mp\\.messaging\\.incoming\\.\\w+\\.topics?=(.+)$", Pattern.MULTILINE);

    @Test
    void theListHasEveryTopicThatServicesConsume() {
        var consumed = Stream.of("catalog", "schedule", "notification")
                .map(service -> Path.of("../../" + service + "-service/src/main/resources/application.properties"))
                .flatMap(TopicTest::topicsIn)
                .distinct()
                .toList();

        assertThat(consumed)
                .hasSizeGreaterThan(1)
                .isSubsetOf(Topic.all().stream().map(Topic::name).toList());
    }

    @Test
    void olderStatesOfWhatNamesPresentersAreGoneWithinADay() {
        assertThat(Topic.all())
                .filteredOn(topic -> List.of("presenter", "address", "contribution")
                        .contains(topic.name().split("\\.", -1)[2]))
                .hasSize(3)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .isEqualTo(Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", "86400000")));
    }

    private static Stream<String> topicsIn(Path configuration) {
        try {
            return CONSUMED.matcher(Files.readString(configuration))
                    .results()
                    .flatMap(match -> Stream.of(match.group(1).split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
