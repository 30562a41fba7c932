package dev.lectern.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.JsonFile.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what Sessionize's API answers (sessionize.com/api-documentation): all data, in which ids refer to speakers,
 * rooms, questions and items of categories, or sessions in groups or in a grid of days and rooms, which have the names
 * themselves. Its times are local.
 */
final class SessionizeJson {

    private static final Pattern PLACES =
            Pattern.compile("(/[0-9]+(/rooms/[0-9]+)?)?/sessions/[0-9]+|/(speakers|rooms|categories|questions)/[0-9]+");
    private static final Pattern SESSION = Pattern.compile(".*/sessions/[0-9]+");
    private static final Pattern NAMED = Pattern.compile("/(speakers|rooms|categories|questions)/[0-9]+");
    static final Pattern TRACK = Pattern.compile("(?i)\\btracks?\\b");
    static final Pattern TYPE = Pattern.compile("(?i)\\b(types?|formats?|kinds?)\\b");
    static final Pattern LANGUAGE = Pattern.compile("(?i)\\blanguages?\\b");

    private final Map<String, JsonNode> named = new HashMap<>();
    private final Map<String, JsonNode> categories = new HashMap<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private SessionizeJson() {}

    /** @throws InvalidReport if it is no JSON */
    static FrabSchedule read(String text) {
        var file = JsonFile.read(text, PLACES);
        var reader = new SessionizeJson();
        file.objects().stream()
                .filter(found -> NAMED.matcher(found.place()).matches())
                .forEach(reader::keep);
        var events = file.objects().stream()
                .filter(found -> SESSION.matcher(found.place()).matches())
                .flatMap(found -> reader.event(found).stream())
                .toList();
        return new FrabSchedule(null, null, null, events, reader.notUnderstood, false);
    }

    private void keep(Found found) {
        var kind = found.place().substring(1, found.place().lastIndexOf('/'));
        named.put(kind + JsonFile.text(found.node(), "id"), found.node());
        JsonFile.elements(found.node(), "items")
                .forEach(item -> categories.put(JsonFile.text(item, "id"), found.node()));
        JsonFile.elements(found.node(), "items").forEach(item -> named.put("items" + JsonFile.text(item, "id"), item));
    }

    /** None of a break, which Sessionize calls a service session. */
    private List<FrabEvent> event(Found found) {
        var session = found.node();
        if (session.path("isServiceSession").asBoolean()) {
            var title = JsonFile.text(session, "title");
            notUnderstood.add(NotUnderstood.in(
                    found.line(),
                    found.column(),
                    title == null ? "" : title,
                    "left out: a service session, as a break is, is no contribution"));
            return List.of();
        }
        var values = new EntryValues();
        var start = values.start(JsonFile.text(session, "startsAt"), null, null);
        var placement = new Placement(room(session), start);
        var minutes = minutes(session, start, values);
        var speakers = speakers(session, values);
        return List.of(new FrabEvent(
                found.line(),
                found.column(),
                null,
                JsonFile.text(session, "id"),
                JsonFile.text(session, "title"),
                new FrabEvent.Texts(null, null, JsonFile.text(session, "description")),
                classification(session),
                minutes,
                JsonFile.text(session, "status"),
                speakers,
                links(session),
                answers(session),
                placement,
                values.remarks()));
    }

    private String room(JsonNode session) {
        var room = JsonFile.name(session, "room");
        var known = named.get("rooms" + JsonFile.text(session, "roomId"));
        return room != null || known == null ? room : JsonFile.text(known, "name");
    }

    private static Integer minutes(JsonNode session, String start, EntryValues values) {
        var until = JsonFile.text(session, "endsAt");
        var end = values.start(until, null, null);
        var minutes = new CalendarTime(start, null).minutesUntil(new CalendarTime(end, null));
        return minutes == null ? null : values.minutes(minutes, "until " + until);
    }

    /** By the title of the category that each item is of. */
    private Classification classification(JsonNode session) {
        var items = new ArrayList<Item>();
        JsonFile.elements(session, "categoryItems")
                .map(JsonFile::value)
                .filter(categories::containsKey)
                .forEach(id -> items.add(new Item(categories.get(id), named.get("items" + id))));
        JsonFile.elements(session, "categories")
                .forEach(category -> JsonFile.elements(category, "categoryItems")
                        .forEach(item -> items.add(new Item(category, item))));
        return new Classification(
                null, names(items, TYPE), names(items, TRACK), null, names(items, LANGUAGE), tags(items));
    }

    private record Item(JsonNode category, JsonNode item) {

        boolean is(Pattern kind) {
            var title = JsonFile.text(category, "title", "name");
            return title != null && kind.matcher(title).find();
        }

        String name() {
            return JsonFile.text(item, "name");
        }
    }

    private static String names(List<Item> items, Pattern kind) {
        var names = items.stream()
                .filter(item -> item.is(kind))
                .map(Item::name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return PlainText.orNull(names);
    }

    private static List<String> tags(List<Item> items) {
        return items.stream()
                .filter(item -> !item.is(TYPE) && !item.is(TRACK) && !item.is(LANGUAGE))
                .map(Item::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<ReportedPerson> speakers(JsonNode session, EntryValues values) {
        return JsonFile.elements(session, "speakers")
                .flatMap(speaker -> person(speaker, values).stream())
                .toList();
    }

    private List<ReportedPerson> person(JsonNode speaker, EntryValues values) {
        var id = speaker.isObject() ? JsonFile.text(speaker, "id") : JsonFile.value(speaker);
        var known = named.getOrDefault("speakers" + id, speaker);
        var family = JsonFile.text(known, "lastName");
        var name = JsonFile.text(known, "fullName", "name");
        if (family != null) {
            return List.of(new ReportedPerson(null, family, JsonFile.text(known, "firstName"), null).known(id));
        }
        if (name == null && JsonFile.text(known, "firstName") == null) {
            values.remark("taken without a speaker: the file does not say who " + id + " is");
            return List.of();
        }
        return List.of(new ReportedPerson(id, name == null ? JsonFile.text(known, "firstName") : name, null));
    }

    private static List<Link> links(JsonNode session) {
        return Stream.of("liveUrl", "recordingUrl")
                .map(member -> JsonFile.text(session, member))
                .filter(Objects::nonNull)
                .map(url -> new Link(url, null))
                .toList();
    }

    private List<CustomField> answers(JsonNode session) {
        return JsonFile.elements(session, "questionAnswers")
                .map(answer -> new CustomField(question(answer), JsonFile.text(answer, "answerValue", "answer")))
                .filter(field -> field.name() != null && field.value() != null)
                .toList();
    }

    private String question(JsonNode answer) {
        var known = named.get("questions" + JsonFile.text(answer, "questionId"));
        return JsonFile.text(known == null ? answer : known, "question");
    }
}
