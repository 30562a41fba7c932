package dev.lectern.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.formats.JsonFile.Found;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Indico's HTTP export of an event with {@code detail=contributions} or {@code detail=sessions}. A contribution's {@code friendly_id} is
 * the "Contribution ID" of the report, so that the two are files of one kind.
 */
final class IndicoJson {

    private static final Pattern CONTRIBUTIONS =
            Pattern.compile("/results/[0-9]+/(sessions/[0-9]+/)?contributions/[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Old events begin with it; a contribution here begins with 1. */
    private static final String ZERO = "0";

    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final Map<Integer, Integer> lines = new HashMap<>();

    private IndicoJson() {}

    /** @throws InvalidReport if it is no JSON, has no contributions, or one of these has no number or title */
    static ContributionReport read(String text) {
        var file = JsonFile.read(text, CONTRIBUTIONS);
        if (file.objects().isEmpty()) {
            throw new InvalidReport(1, "Not an export of an event with its contributions");
        }
        var reader = new IndicoJson();
        var contributions = file.objects().stream()
                .flatMap(found -> reader.contribution(found).stream())
                .toList();
        return new ContributionReport(
                FrabSchedule.orNull(JsonFile.storable(file.values().getOrDefault("/results/0/title", ""))),
                contributions,
                reader.notUnderstood);
    }

    /** One may be listed by itself and in its session: the first time counts. */
    private List<ReportedContribution> contribution(Found found) {
        var node = found.node();
        var id = JsonFile.text(node, "friendly_id", "id");
        var title = JsonFile.text(node, "title");
        if (id == null || !NUMBER.matcher(id).matches()) {
            throw new InvalidReport(found.line(), "A friendly_id is a whole number from 0 to 999999999");
        }
        if (title == null) {
            throw new InvalidReport(found.line(), "Contribution " + id + " has no title");
        }
        if (lines.putIfAbsent(Integer.valueOf(id), found.line()) != null) {
            return List.of();
        }
        return List.of(new ReportedContribution(
                id.equals(ZERO) ? null : Integer.valueOf(id),
                id.equals(ZERO) ? "friendly_id:0" : null,
                found.line(),
                title,
                HtmlText.markdown(JsonFile.storable(node.path("description").asText(""))),
                new Classification(
                        JsonFile.text(node, "code"),
                        JsonFile.text(node, "type"),
                        JsonFile.text(node, "track"),
                        JsonFile.text(node, "session"),
                        JsonFile.text(node, "language"),
                        JsonFile.names(node, "keywords")),
                positive(node.path("duration").asInt()),
                StateWord.state(JsonFile.text(node, "state")),
                new People(people(found, "speakers"), people(found, "primaryauthors"), people(found, "coauthors")),
                links(node),
                fields(node),
                new Placement(JsonFile.text(node, "roomFullname", "room"), start(node.path("startDate")))));
    }

    /** With the offset of its zone, where that is one. */
    private static String start(JsonNode date) {
        var local = When.of(null, JsonFile.text(date, "date"), JsonFile.text(date, "time"));
        try {
            var zone = JsonFile.text(date, "tz");
            return local == null || zone == null
                    ? local
                    : LocalDateTime.parse(local).atZone(ZoneId.of(zone)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException e) {
            return local;
        }
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
                .map(link -> new Link(link.url(), FrabSchedule.orNull(link.title())))
                .toList();
    }

    private static List<CustomField> fields(JsonNode contribution) {
        return JsonFile.elements(contribution, "custom_fields", "customFields")
                .map(field -> new CustomField(
                        JsonFile.text(field, "name", "title"), JsonFile.text(field, "value", "friendly_value")))
                .filter(field -> field.name() != null && field.value() != null)
                .toList();
    }

    private static Integer positive(int minutes) {
        return minutes > 0 ? Integer.valueOf(minutes) : null;
    }

    private List<ReportedPerson> people(Found found, String role) {
        return JsonFile.elements(found.node(), role)
                .flatMap(person -> person(found, person).stream())
                .toList();
    }

    private List<ReportedPerson> person(Found found, JsonNode person) {
        var family = JsonFile.text(person, "last_name", "familyName", "fullName");
        if (family == null) {
            notUnderstood.add(new NotUnderstood(found.line(), "", "a person without a name"));
            return List.of();
        }
        return List.of(new ReportedPerson(
                        JsonFile.text(person, "title"),
                        family,
                        JsonFile.text(person, "first_name", "firstName"),
                        JsonFile.text(person, "affiliation"))
                .reachedAt(JsonFile.text(person, "email")));
    }
}
