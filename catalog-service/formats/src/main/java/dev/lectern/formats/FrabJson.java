package dev.lectern.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.formats.JsonFile.Found;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a schedule.json, whose events are at {@code /schedule/conference/days/0/rooms/Blue/0}, and the objects of
 * pretalx' own API: the {@code results} of its lists, or a schedule of them by day, minute and room.
 */
final class FrabJson {

    private static final Pattern EVENTS = Pattern.compile("(/schedule)?/conference/days/[0-9]+/rooms/[^/]*/[0-9]+");
    private static final Pattern SUBMISSIONS =
            Pattern.compile("/(results|talks|submissions)/[0-9]+|/[a-z]+/[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]+/[0-9]+");

    private static final List<String> TITLES = List.of("/schedule/conference/title", "/conference/title");
    private static final List<String> ZONES = List.of(
            "/schedule/conference/time_zone_name",
            "/conference/time_zone_name",
            "/schedule/time_zone_name",
            "/time_zone_name",
            "/schedule/timezone",
            "/event/timezone",
            "/timezone");

    /** What tells the origin of a schedule, the best first. */
    private static final List<String> ORIGINS = List.of(
            "/schedule/conference/acronym",
            "/conference/acronym",
            "/schedule/base_url",
            "/schedule/conference/base_url",
            "/base_url",
            "/schedule/generator/name",
            "/generator/name");

    private static final List<String> GENERATORS = List.of("/schedule/generator/name", "/generator/name");

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
        return FrabSchedule.in(
                file.value(ZONES),
                file.value(TITLES),
                file.value(ORIGINS),
                file.value(GENERATORS),
                file.objects().stream().map(FrabJson::event).toList());
    }

    private static FrabEvent event(Found found) {
        var event = found.node();
        var values = new EntryValues();
        var minutes = values.minutes(JsonFile.text(event, "duration"));
        var placement = placement(event, values);
        return new FrabEvent(
                found.line(),
                found.column(),
                JsonFile.text(event, "guid"),
                JsonFile.text(event, "id"),
                JsonFile.text(event, "title"),
                new FrabEvent.Texts(
                        JsonFile.text(event, "subtitle"),
                        JsonFile.text(event, "abstract"),
                        JsonFile.text(event, "description")),
                new Classification(
                        JsonFile.text(event, "code"),
                        JsonFile.name(event, "type", "submission_type"),
                        JsonFile.name(event, "track"),
                        null,
                        JsonFile.text(event, "language", "content_locale"),
                        JsonFile.names(event, "tags", "keywords")),
                minutes,
                JsonFile.text(event, "state"),
                persons(event),
                JsonFile.links(event.path("links")),
                answers(event.path("answers")),
                placement,
                values.remarks());
    }

    /** The place of an event; the first of several slots counts. */
    private static Placement placement(JsonNode event, EntryValues values) {
        var slot = event.path("slot").isObject()
                ? event.path("slot")
                : event.path("slots").path(0);
        var start = JsonFile.text(slot, "start");
        return new Placement(
                JsonFile.name(slot.has("room") ? slot : event, "room"),
                values.start(
                        start == null ? JsonFile.text(event, "date") : start, null, JsonFile.text(event, "start")));
    }

    private static List<ReportedPerson> persons(JsonNode event) {
        return JsonFile.elements(event, "persons", "speakers")
                .map(person -> new ReportedPerson(
                        JsonFile.text(person, "guid", "code", "id"),
                        JsonFile.text(person, "public_name", "full_public_name", "name"),
                        JsonFile.text(person, "email")))
                .filter(person -> person.familyName() != null)
                .toList();
    }

    /** What pretalx asked; where the file has but the number of a question, that is its name. */
    private static List<CustomField> answers(JsonNode answers) {
        return JsonFile.elements(answers)
                .map(answer -> new CustomField(question(answer.path("question")), JsonFile.text(answer, "answer")))
                .filter(field -> field.name() != null && field.value() != null)
                .toList();
    }

    private static String question(JsonNode question) {
        var text = question.has("question") ? question.get("question") : question;
        return text.isIntegralNumber() ? "Question " + text.asText() : JsonFile.value(text);
    }
}
