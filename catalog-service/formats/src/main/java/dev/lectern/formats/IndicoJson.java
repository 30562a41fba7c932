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
 * Reads Indico's HTTP export of an event with {@code detail=contributions} or {@code detail=sessions}. A contribution's
 * {@code friendly_id} is the "Contribution ID" of the report, so that the two are files of one kind.
 */
final class IndicoJson {

    private static final Pattern CONTRIBUTIONS =
            Pattern.compile("/results/[0-9]+/(sessions/[0-9]+/)?contributions/[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Old events begin with it; a contribution here begins with 1. */
    private static final String ZERO = "0";

    private static final List<String> TITLES = List.of("/results/0/title");
    /** What this system's own files say of them; those of Indico are HTML. */
    private static final List<String> DESCRIPTIONS = List.of("/descriptions");

    private static final List<String> ZONES = List.of("/results/0/timezone", "/results/0/startDate/tz");

    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final Map<Integer, Found> taken = new HashMap<>();
    private final FileZone zone;
    private final boolean isMarkdown;

    private IndicoJson(FileZone zone, boolean isMarkdown) {
        this.zone = zone;
        this.isMarkdown = isMarkdown;
    }

    /** @throws InvalidReport if it is no JSON, or has no contributions that can be used */
    static ContributionReport read(String text) {
        var file = JsonFile.read(text, CONTRIBUTIONS);
        if (file.objects().isEmpty()) {
            throw new InvalidReport(1, "Not an export of an event with its contributions");
        }
        var reader = new IndicoJson(FileZone.named(file.value(ZONES)), "markdown".equals(file.value(DESCRIPTIONS)));
        var contributions = file.objects().stream()
                .flatMap(found -> reader.contribution(found).stream())
                .toList();
        if (contributions.isEmpty()) {
            var first = reader.notUnderstood.get(0);
            throw new InvalidReport(first.line(), "No contribution can be used; the first is " + first.reason());
        }
        return new ContributionReport(file.value(TITLES), contributions, reader.notUnderstood, reader.zone.id(), null);
    }

    /** One may be listed by itself and in its session: the first time counts. */
    private List<ReportedContribution> contribution(Found found) {
        var node = found.node();
        var id = JsonFile.text(node, "friendly_id", "id");
        var title = JsonFile.text(node, "title");
        if (id == null || !NUMBER.matcher(id).matches()) {
            note(found, "left out: its friendly_id, or id, is no whole number from 0 to 999999999");
            return List.of();
        }
        if (title == null) {
            note(found, "left out: contribution " + id + " has no title");
            return List.of();
        }
        var before = taken.putIfAbsent(Integer.valueOf(id), found);
        if (before != null && !title.equals(JsonFile.text(before.node(), "title"))) {
            note(found, "left out: another contribution has the number " + id);
        }
        if (before != null) {
            return List.of();
        }
        var values = new EntryValues();
        var minutes = minutes(node.path("duration"), values);
        var start = start(node.path("startDate"), values);
        values.remarks().forEach(remark -> note(found, remark));
        return List.of(new ReportedContribution(
                id.equals(ZERO) ? null : Integer.valueOf(id),
                id.equals(ZERO) ? "friendly_id:0" : null,
                found.line(),
                found.column(),
                title,
                description(node),
                new Classification(
                        JsonFile.text(node, "code"),
                        JsonFile.text(node, "type"),
                        JsonFile.text(node, "track"),
                        JsonFile.text(node, "session"),
                        JsonFile.text(node, "language"),
                        JsonFile.names(node, "keywords")),
                minutes,
                state(found),
                new People(people(found, "speakers"), people(found, "primaryauthors"), people(found, "coauthors")),
                links(node),
                fields(node),
                new Placement(JsonFile.text(node, "roomFullname", "room"), start),
                List.of()));
    }

    private String description(JsonNode contribution) {
        var text = JsonFile.storable(contribution.path("description").asText(""));
        return isMarkdown ? text : HtmlText.markdown(text);
    }

    /** What is not scheduled has a duration of 0 in some exports. */
    private static Integer minutes(JsonNode duration, EntryValues values) {
        var text = JsonFile.value(duration);
        return ZERO.equals(text) ? null : values.minutes(text);
    }

    private String state(Found found) {
        var word = JsonFile.text(found.node(), "state");
        var state = StateWord.state(word);
        if (state == null && word != null) {
            note(found, "not a state that is known: " + word);
        }
        return state;
    }

    /** With the offset of its zone, else of the event's, where that is one. */
    private String start(JsonNode date, EntryValues values) {
        var local = values.start(null, JsonFile.text(date, "date"), JsonFile.text(date, "time"));
        var name = JsonFile.text(date, "tz");
        var its = name == null ? zone : FileZone.named(name);
        if (local == null || its.name() == null || When.hasOffset(local)) {
            return local;
        }
        if (its.isUnknown()) {
            values.remark(its.remark());
            return null;
        }
        return its.at(local);
    }

    /** References to other places, and what materials link to; their files are none. */
    private static List<Link> links(JsonNode contribution) {
        var references = JsonFile.elements(contribution, "references")
                .map(reference -> new Link(
                        JsonFile.text(reference, "url"),
                        Stream.of(JsonFile.text(reference, "type"), JsonFile.text(reference, "value"))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))));
        var materials = JsonFile.elements(contribution, "folders")
                .flatMap(folder -> JsonFile.elements(folder, "attachments"))
                .filter(attachment -> "link".equals(JsonFile.text(attachment, "type")))
                .map(link -> new Link(JsonFile.text(link, "link_url", "url"), JsonFile.text(link, "title")));
        return Stream.concat(references, materials)
                .filter(link -> link.url() != null)
                .map(link -> new Link(link.url(), PlainText.orNull(link.title())))
                .toList();
    }

    private static List<CustomField> fields(JsonNode contribution) {
        return JsonFile.elements(contribution, "custom_fields", "customFields")
                .map(field -> new CustomField(
                        JsonFile.text(field, "name", "title"), JsonFile.text(field, "value", "friendly_value")))
                .filter(field -> field.name() != null && field.value() != null)
                .toList();
    }

    private List<ReportedPerson> people(Found found, String role) {
        return JsonFile.elements(found.node(), role)
                .flatMap(person -> person(found, person).stream())
                .toList();
    }

    private List<ReportedPerson> person(Found found, JsonNode person) {
        var family = JsonFile.text(person, "last_name", "familyName", "fullName");
        if (family == null) {
            note(found, "a person without a name");
            return List.of();
        }
        return List.of(new ReportedPerson(
                        JsonFile.text(person, "title"),
                        family,
                        JsonFile.text(person, "first_name", "firstName"),
                        JsonFile.text(person, "affiliation"))
                .reachedAt(JsonFile.text(person, "email")));
    }

    private void note(Found found, String reason) {
        var name = JsonFile.text(found.node(), "title", "friendly_id", "id");
        notUnderstood.add(NotUnderstood.in(found.line(), found.column(), name == null ? "" : name, reason));
    }
}
