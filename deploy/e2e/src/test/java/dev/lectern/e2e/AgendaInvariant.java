package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.e2e.Inbox.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * L1: for everyone who was told, the last mail, the agenda and the feed agree; everyone else's briefing says why not.
 */
final class AgendaInvariant {

    private static final Set<String> REASONS = Set.of("NO_ADDRESS", "BAD_ADDRESS", "UNANNOUNCED", "FAILED", "BASELINE");

    /** What must be the same wherever it is read. */
    private record Place(String title, String room, Instant start) {

        static Place of(JsonNode talk) {
            return new Place(
                    talk.get("title").asText(),
                    talk.at("/room/name").asText(),
                    OffsetDateTime.parse(talk.get("startsAt").asText()).toInstant());
        }

        static Place of(Mail mail) {
            return of(mail.event());
        }

        static Place of(VEvent event) {
            return new Place(
                    event.getSummary().getValue(),
                    // A break of the whole conference is in no room.
                    event.getLocation() == null ? "" : event.getLocation().getValue(),
                    event.getDateStart().getValue().toInstant());
        }
    }

    private final Evidence evidence;
    private final Map<String, String> agreed = new HashMap<>();

    AgendaInvariant(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Looks only at conferences that have changed or had mail since they were last found in order. */
    List<String> theLastMailIsTheAgenda() {
        var found = new ArrayList<String>();
        var mails = mailsByConference();
        var notices = noticesByConference();
        for (var row : evidence.rows("schedule", """
                select id, slug, version || ' ' || agenda_revision from conference join schedule on conference_id = id
                where published_at is not null and not deleted""")) {
            var print =
                    row.get(2) + " " + mails.getOrDefault(row.get(0).toString(), 0L) + " " + notices.get(row.get(0));
            var slug = row.get(1).toString();
            if (!print.equals(agreed.get(slug))) {
                var violations = disagreements(row.get(0).toString(), slug);
                found.addAll(violations);
                agreed.put(slug, violations.isEmpty() ? print : "");
            }
        }
        return found;
    }

    /** Forgets that anything was found in order. */
    void lookAgainAtAll() {
        agreed.clear();
    }

    private Map<String, Long> mailsByConference() {
        var mails = new HashMap<String, Long>();
        var contributions = new HashMap<>(evidence.newest(Topics.CONTRIBUTION));
        contributions.putAll(evidence.newest(Topics.SESSION));
        for (var mail : evidence.mails()) {
            var contribution = contributions.get(mail.contribution());
            if (contribution != null) {
                mails.merge(contribution.value().get("conferenceId").asText(), 1L, Long::sum);
            }
        }
        return mails;
    }

    /** How many there are, and the newest. */
    private Map<Object, List<Object>> noticesByConference() {
        var notices = new HashMap<Object, List<Object>>();
        evidence.rows("notification", "select conference_id, count(*), max(seq) from notice group by 1")
                .forEach(row -> notices.put(row.get(0), row));
        return notices;
    }

    private List<String> disagreements(String conference, String slug) {
        var found = new ArrayList<String>();
        var agenda = agenda(slug, "talks");
        agenda.putAll(agenda(slug, "sessions"));
        agenda.putAll(agenda(slug, "breaks"));
        if (!agenda.equals(feed(slug))) {
            found.add("L1 agenda and feed of " + slug + " differ: " + agenda + " " + feed(slug));
        }
        var addresses = addresses(slug);
        var contributions = contributions(conference);
        for (var briefing : evidence.items("/notification/conferences/" + slug + "/briefings?pageSize=500")) {
            var state = briefing.get("state").asText();
            var contribution = briefing.get("session").isNull()
                    ? contributions.get(briefing.at("/contribution/number").asInt())
                    : briefing.at("/session/id").asText();
            var last = lastMail(addresses.get(briefing.at("/presenter/id").asText()), contribution);
            if (!isInOrder(state, last, agenda.get(contribution))) {
                found.add("L1 " + slug + " " + briefing.get("contribution") + " " + state + " but the last mail is "
                        + last.map(Place::of) + " and the agenda has " + agenda.get(contribution));
            }
        }
        return found;
    }

    private static boolean isInOrder(String state, Optional<Mail> last, Place place) {
        return switch (state) {
            case "TOLD" ->
                last.filter(mail -> mail.method().equals("REQUEST"))
                        .map(Place::of)
                        .equals(Optional.ofNullable(place));
            case "NOTHING_TO_TELL" ->
                last.filter(mail -> !mail.method().equals("CANCEL")).isEmpty();
            default -> REASONS.contains(state);
        };
    }

    /** By contribution, session or break. */
    private Map<String, Place> agenda(String slug, String which) {
        var talks = new HashMap<String, Place>();
        Evidence.json(get(slug))
                .get(which)
                .forEach(talk -> talks.put(talk.get("id").asText(), Place.of(talk)));
        return talks;
    }

    /** Where the calendar feed has each talk, session and break that it does not cancel. */
    private Map<String, Place> feed(String slug) {
        var events = new HashMap<String, Place>();
        Biweekly.parse(new String(get(slug + ".ics"), StandardCharsets.UTF_8)).first().getEvents().stream()
                .filter(event -> event.getStatus() == null || !event.getStatus().isCancelled())
                .forEach(event -> events.put(event.getUid().getValue().replace("@lectern", ""), Place.of(event)));
        return events;
    }

    private byte[] get(String agenda) {
        return given().get(evidence.gateway() + "/agenda/" + agenda)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Map<String, String> addresses(String slug) {
        var addresses = new HashMap<String, String>();
        evidence.items("/catalog/conferences/" + slug + "/presenters?pageSize=500")
                .forEach(presenter -> addresses.put(
                        presenter.get("id").asText(), presenter.get("email").asText()));
        return addresses;
    }

    /** By number. */
    private Map<Integer, String> contributions(String conference) {
        var contributions = new HashMap<Integer, String>();
        evidence.newest(Topics.CONTRIBUTION).values().stream()
                .filter(state -> state.value().get("conferenceId").asText().equals(conference))
                .forEach(state -> contributions.put(state.value().get("number").asInt(), state.key()));
        return contributions;
    }

    private Optional<Mail> lastMail(String address, String contribution) {
        return evidence.mails().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address)
                        && mail.contribution().equals(contribution))
                .reduce((earlier, later) -> later);
    }
}
