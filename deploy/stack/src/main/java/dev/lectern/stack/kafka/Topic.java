package dev.lectern.stack.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A topic as {@code topics.conf} has it, which deploy/compose reads as well.
 *
 * @param settings by the names of Kafka's {@code TopicConfig}
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    private static final String LIST = "/topics.conf";
    private static final int SETTINGS_FROM = 2;

    /** All of Lectern's topics. */
    public static List<Topic> all() {
        var list = Objects.requireNonNull(Topic.class.getResourceAsStream(LIST), LIST);
        try (var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Topic::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic of(String line) {
        var words = line.strip().split("\\s+", -1);
        return new Topic(
                words[0],
                Integer.parseInt(words[1]),
                Arrays.stream(words, SETTINGS_FROM, words.length)
                        .map(setting -> setting.split("=", 2))
                        .collect(toUnmodifiableMap(setting -> setting[0], setting -> setting[1])));
    }
}
