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
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

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
                JsonFile.storable(node.path("description").asText("")),
                new Classification(
                        JsonFile.text(node, "code"),
                        JsonFile.text(node, "type"),
                        JsonFile.text(node, "track"),
                        JsonFile.text(node, "session"),
                        null,
                        List.of()),
                positive(node.path("duration").asInt()),
                null,
                new People(people(found, "speakers"), people(found, "primaryauthors"), people(found, "coauthors")),
                List.of(),
                List.of(),
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

    private static Integer positive(int minutes) {
        return minutes > 0 ? Integer.valueOf(minutes) : null;
    }

    private List<ReportedPerson> people(Found found, String role) {
        return StreamSupport.stream(found.node().path(role).spliterator(), false)
                .flatMap(person -> person(found, person).stream())
                .toList();
    }

    /** Without addresses: an import never gives anybody one. */
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
                JsonFile.text(person, "affiliation")));
    }
}
