package dev.lectern.catalog.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a schedule.json in one pass: events are at {@code /schedule/conference/days/0/rooms/Blue/0}. */
final class FrabJson {

    private static final int DEEPEST = 50;
    private static final Pattern EVENT = Pattern.compile("(/schedule)?/conference/days/[0-9]+/rooms/[^/]*/[0-9]+");
    private static final Pattern TITLE = Pattern.compile("(/schedule)?/conference/title");
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build());

    private final JsonParser json;
    private final List<FrabEvent> events = new ArrayList<>();
    private String title;

    private FrabJson(JsonParser json) {
        this.json = json;
    }

    /** @throws InvalidReport if it is no JSON, or none of this kind */
    static FrabSchedule read(String text) {
        try (var parser = JSON.createParser(text)) {
            return new FrabJson(parser).read();
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InvalidReport(line, "Not JSON, or nested deeper than " + DEEPEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrabSchedule read() throws IOException {
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT && isAt(EVENT)) {
                events.add(event());
            } else if (token == JsonToken.VALUE_STRING && isAt(TITLE)) {
                title = FrabSchedule.orNull(json.getText());
            }
        }
        return new FrabSchedule(title, List.copyOf(events));
    }

    private boolean isAt(Pattern place) {
        return place.matcher(json.getParsingContext().pathAsPointer().toString())
                        .matches()
                || (json.currentToken() == JsonToken.START_OBJECT
                        && json.getParsingContext().getParent() != null
                        && place.matcher(json.getParsingContext()
                                        .getParent()
                                        .pathAsPointer()
                                        .toString())
                                .matches());
    }

    private FrabEvent event() throws IOException {
        var line = json.currentTokenLocation().getLineNr();
        if (events.size() == FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(line, "A schedule has at most " + FrabSchedule.MOST_EVENTS + " events");
        }
        JsonNode event = json.readValueAsTree();
        return new FrabEvent(
                line,
                text(event, "guid"),
                text(event, "id"),
                text(event, "code"),
                text(event, "title"),
                text(event, "subtitle"),
                text(event, "type"),
                text(event, "track"),
                text(event, "abstract"),
                text(event, "description"),
                FrabSchedule.minutes(text(event, "duration")),
                StreamSupport.stream(event.path("persons").spliterator(), false)
                        .map(FrabJson::person)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** frab's are by id, pretalx' by code; newer ones have a guid. */
    private static FrabPerson person(JsonNode person) {
        var name = Stream.of("public_name", "full_public_name", "name")
                .map(member -> text(person, member))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var id = Stream.of("guid", "code", "id")
                .map(member -> text(person, member))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return name == null ? null : new FrabPerson(id, name);
    }

    /** Texts may be one per language: the English one, else the first. NUL, which no text has, is left out. */
    private static String text(JsonNode object, String member) {
        var value = object.path(member);
        if (value.isObject()) {
            value = value.has("en")
                    ? value.get("en")
                    : value.elements().hasNext() ? value.elements().next() : value;
        }
        return value.isValueNode() ? FrabSchedule.orNull(value.asText().replace("\0", "")) : null;
    }
}
