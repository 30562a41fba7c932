package dev.lectern.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.chassis.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a JSON file has at some places, read in one pass.
 *
 * @param objects those that stand where objects were looked for, in their order
 * @param values the texts and numbers elsewhere that are at most five levels deep, by JSON pointer
 */
record JsonFile(List<Found> objects, Map<String, String> values) {

    /**
     * An object.
     *
     * @param place as a JSON pointer
     * @param line where it begins, from 1
     * @param column where it begins in that line, from 1
     */
    record Found(String place, int line, int column, JsonNode node) {}

    private static final int DEEPEST = 50;
    private static final int DEEPEST_VALUE = 5;
    private static final int MOST_VALUES = 10_000;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build());

    /**
     * Reads a text.
     *
     * @param places JSON pointers of the objects that are wanted
     * @throws InvalidReport if it is no JSON, deeper than sane, or has more such objects
     */
    static JsonFile read(String text, Pattern places) {
        var file = new JsonFile(new ArrayList<>(), new LinkedHashMap<>());
        try (var parser = new CountedJson(JSON.createParser(text))) {
            file.readAll(parser, places);
            return file;
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InvalidReport(line, "Not JSON, or nested deeper than " + DEEPEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(JsonParser json, Pattern places) throws IOException {
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT && places.matcher(place(json)).matches()) {
                take(json);
            } else if (token.isScalarValue()
                    && json.getParsingContext().getNestingDepth() <= DEEPEST_VALUE
                    && values.size() < MOST_VALUES) {
                values.put(JsonPlace.of(json.getParsingContext()), json.getText());
            }
        }
    }

    /** The place of the object that has just begun. */
    private static String place(JsonParser json) {
        return JsonPlace.of(json.getParsingContext().getParent());
    }

    private void take(JsonParser json) throws IOException {
        var begin = json.currentTokenLocation();
        var line = begin.getLineNr();
        if (objects.size() == FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(line, "There are more than " + FrabSchedule.MOST_EVENTS + " contributions");
        }
        objects.add(new Found(place(json), line, begin.getColumnNr(), json.readValueAsTree()));
    }

    /** What stands at the first of these places that says something, null when none does. */
    String value(List<String> pointers) {
        return pointers.stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .map(text -> PlainText.orNull(storable(text)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first of these members that says something, null when none does. */
    static String text(JsonNode object, String... members) {
        return Stream.of(members)
                .map(member -> value(object.path(member)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The first of these members that is a name, which may be within an object; a number is an id of something else in
     * the file.
     */
    static String name(JsonNode object, String... members) {
        return Stream.of(members)
                .map(object::path)
                .map(value -> value.isObject() && value.has("name") ? value.get("name") : value)
                .filter(value -> !value.isNumber())
                .map(JsonFile::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All names in the lists of these members, where they are lists of texts or of objects. */
    static List<String> names(JsonNode object, String... members) {
        return elements(object, members)
                .map(value -> value.has("tag") ? value.get("tag") : value.has("name") ? value.get("name") : value)
                .filter(value -> !value.isNumber())
                .map(JsonFile::value)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The links of a list of addresses, or of objects with one and a title. */
    static List<Link> links(JsonNode list) {
        return elements(list)
                .map(link -> link.isObject()
                        ? new Link(text(link, "url", "href"), text(link, "title", "name"))
                        : new Link(value(link), null))
                .filter(link -> link.url() != null)
                .toList();
    }

    /** All that is in the arrays of these members. */
    static Stream<JsonNode> elements(JsonNode object, String... members) {
        return Stream.of(members).flatMap(member -> elements(object.path(member)));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    /** Without what JSON can write and no database keep: NUL, and halves of surrogate pairs. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Texts may be one per language: the English one, else the first. */
    static String value(JsonNode value) {
        if (value.isObject()) {
            return value.has("en")
                    ? value(value.get("en"))
                    : StreamSupport.stream(value.spliterator(), false)
                            .findFirst()
                            .map(JsonFile::value)
                            .orElse(null);
        }
        return value.isValueNode() && !value.isNull() ? PlainText.orNull(storable(value.asText())) : null;
    }
}
