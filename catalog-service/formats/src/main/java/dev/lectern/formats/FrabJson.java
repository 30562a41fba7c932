package dev.lectern.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.formats.JsonFile.Found;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a schedule.json, whose events are at {@code /schedule/conference/days/0/rooms/Blue/0}, and the objects of pretalx' own API: the
 * {@code results} of its lists, or a schedule of them by day, minute and room.
 */
final class FrabJson {

    private static final Pattern EVENTS = Pattern.compile("(/schedule)?/conference/days/[0-9]+/rooms/[^/]*/[0-9]+");
    private static final Pattern SUBMISSIONS =
            Pattern.compile("/(results|talks|submissions)/[0-9]+|/[a-z]+/[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]+/[0-9]+");

    private FrabJson() {}

    /** @throws InvalidReport if it is no JSON */
    static FrabSchedule read(String text) {
        return read(text, EVENTS);
    }

    /** @throws InvalidReport if it is no JSON */
    static FrabSchedule readPretalx(String text) {
        return read(text, SUBMISSIONS);
    }

    private static FrabSchedule read(String text, Pattern places) {
        var file = JsonFile.read(text, places);
        var title = Stream.of("/schedule/conference/title", "/conference/title")
                .map(file.values()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new FrabSchedule(
                title == null ? null : FrabSchedule.orNull(JsonFile.storable(title)),
                file.objects().stream().map(FrabJson::event).toList());
    }

    private static FrabEvent event(Found found) {
        var event = found.node();
        return new FrabEvent(
                found.line(),
                JsonFile.text(event, "guid"),
                JsonFile.text(event, "id"),
                JsonFile.text(event, "code"),
                JsonFile.text(event, "title"),
                JsonFile.text(event, "subtitle"),
                JsonFile.text(event, "type", "submission_type"),
                JsonFile.text(event, "track"),
                JsonFile.text(event, "abstract"),
                JsonFile.text(event, "description"),
                FrabSchedule.minutes(JsonFile.text(event, "duration")),
                persons(event),
                JsonFile.text(event.path("slot").has("room") ? event.path("slot") : event, "room"),
                start(event));
    }

    private static String start(JsonNode event) {
        var slot = JsonFile.text(event.path("slot"), "start");
        return When.of(slot == null ? JsonFile.text(event, "date") : slot, null, JsonFile.text(event, "start"));
    }

    private static List<FrabPerson> persons(JsonNode event) {
        return Stream.of("persons", "speakers")
                .flatMap(member -> StreamSupport.stream(event.path(member).spliterator(), false))
                .map(person -> new FrabPerson(
                        JsonFile.text(person, "guid", "code", "id"),
                        JsonFile.text(person, "public_name", "full_public_name", "name")))
                .filter(person -> person.name() != null)
                .toList();
    }
}
