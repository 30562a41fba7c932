package dev.lectern.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.e2e.Evidence.State;
import dev.lectern.e2e.Inbox.Mail;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** S6 to S9 and L2: what must hold of every mail that ever arrived. Each returns what contradicts it. */
final class MailInvariants {

    private final Evidence evidence;
    private final Map<String, Long> doubts = new HashMap<>();
    private final Set<String> justified = new HashSet<>();

    MailInvariants(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * It says what some committed state said, to someone who was listed then or before, at an address that was theirs.
     */
    List<String> aMailIsOfCommittedFactsToSomeoneEntitled() {
        var found = new ArrayList<String>();
        for (var mail : evidence.mails()) {
            if (justified.contains(part(mail))) {
                continue;
            }
            if (!isEntitled(mail)) {
                found.add("S6 the reader of mail " + mail.messageId() + " presents nothing of it");
            } else if (!isCommitted(mail)) {
                found.add("S6 mail " + mail.messageId() + " says what never was");
            } else {
                justified.add(part(mail));
            }
        }
        return found;
    }

    private static String part(Mail mail) {
        return mail.id() + " " + mail.contribution();
    }

    private boolean isEntitled(Mail mail) {
        var readers = evidence.states(Topics.ADDRESS).stream()
                .filter(address -> address.value().path("email").asText().equalsIgnoreCase(mail.to()))
                .map(State::key)
                .toList();
        var presenters = evidence.states(Topics.CONTRIBUTION, mail.contribution())
                .flatMap(contribution -> contribution.value().findValuesAsText("id").stream());
        var chairs = evidence.states(Topics.SESSION, mail.contribution())
                .flatMap(session -> session.value().get("chairs").valueStream())
                .map(JsonNode::asText);
        return Stream.concat(presenters, chairs).anyMatch(readers::contains);
    }

    private boolean isCommitted(Mail mail) {
        var event = mail.event();
        var titled = states(mail, Topics.CONTRIBUTION)
                .anyMatch(
                        state -> text(state, "/title").equals(event.getSummary().getValue()));
        return titled
                && (mail.method().equals("CANCEL")
                        || states(mail, Topics.SLOT).anyMatch(slot -> isPlacedSo(slot, event)));
    }

    /** The states that a mail is about: two for a talk, while a session has all in one. */
    private Stream<State> states(Mail mail, String topic) {
        return Stream.concat(
                evidence.states(topic, mail.contribution()), evidence.states(Topics.SESSION, mail.contribution()));
    }

    private static boolean isPlacedSo(State slot, VEvent event) {
        return text(slot, "/status").equals("SCHEDULED")
                && text(slot, "/room/name").equals(event.getLocation().getValue())
                && time(slot.value().get("startsAt"))
                        .equals(event.getDateStart().getValue().toInstant());
    }

    private static String text(State state, String pointer) {
        return state.value().at(pointer).asText();
    }

    private static Instant time(JsonNode value) {
        return OffsetDateTime.parse(value.asText()).toInstant();
    }

    List<String> aMessageIdIsOneMessage() {
        var found = new ArrayList<String>();
        var first = new HashMap<String, Mail>();
        for (var mail : evidence.mails()) {
            if (!first.merge(mail.messageId(), mail, (old, copy) -> old).bytes().equals(mail.bytes())) {
                found.add("S7 two messages are " + mail.messageId());
            }
        }
        return found;
    }

    /** At most one more than there were attempts of which nobody knows the end, and wishes to send it once more. */
    List<String> aMailIsRepeatedOnlyInDoubt() {
        evidence.rows("notification", """
                        select message_id, count(*) filter (where outcome is null or outcome = 'AMBIGUOUS') + max(resends)
                        from notice join delivery on notice_id = id group by 1""")
                .forEach(row -> doubts.merge((String) row.get(0), (Long) row.get(1), Math::max));
        var found = evidence.none("S8 accepted too often", "notification", """
                select id from notice join delivery on notice_id = id group by 1
                having count(*) filter (where outcome = 'ACCEPTED')
                    > 1 + max(resends) + count(*) filter (where outcome = 'AMBIGUOUS')""");
        var copies =
                evidence.mails().stream()
                        .collect(toMap(Mail::id, Mail::messageId, (one, part) -> one))
                        .values()
                        .stream()
                        .collect(groupingBy(message -> message, counting()));
        var all = new ArrayList<>(found);
        copies.forEach((message, times) -> {
            if (times > 1 + doubts.getOrDefault(message, 0L)) {
                all.add("S8 " + message + " came " + times + " times");
            }
        });
        return all;
    }

    /** Per presenter and contribution. */
    List<String> sequencesNeverGoBack() {
        var found = new ArrayList<String>();
        var last = new HashMap<String, Integer>();
        for (var mail : evidence.mails()) {
            var sequence = mail.event().getSequence().getValue();
            if (sequence < last.merge(mail.to() + " " + mail.contribution(), sequence, Math::max)) {
                found.add("S9 the sequence of " + mail.messageId() + " goes back to " + sequence);
            }
        }
        return found;
    }

    /**
     * A difference that was announced is settled, or its reader cannot be reached; nobody is told the same twice in a
     * row.
     */
    List<String> everyAnnouncementIsToldOnce() {
        var found = new ArrayList<>(evidence.none("L2 nobody looked at", "notification", """
                select c.id, presenter ->> 'id' from appearance c
                join slot s on s.appearance_id = c.id and s.status = 'SCHEDULED'
                join conference on conference.id = c.conference_id and not conference.deleted
                cross join jsonb_array_elements(c.presenters) presenter
                left join briefing b on b.appearance_id = c.id and b.presenter_id::text = presenter ->> 'id'
                where not c.deleted and not c.withdrawn and b.id is null"""));
        found.addAll(evidence.none("L2 untold", "notification", """
                select b.appearance_id, b.presenter_id from briefing b
                join appearance c on c.id = b.appearance_id and not c.deleted
                join slot s on s.appearance_id = c.id and s.status <> 'UNPUBLISHED'
                join address a on a.id = b.presenter_id and a.email is not null
                join conference on conference.id = b.conference_id and not conference.deleted
                where a.email is distinct from b.bad_address
                  and not exists (select from bad_address where conference_id = b.conference_id and address = a.email)
                  and (s.announced_revision > b.settled_slot or c.announced_revision > b.settled_appearance)"""));
        found.addAll(evidence.none("L2 told twice", "notification", """
                select message_id from (
                    select message_id, state, told, to_address, renews, lag(state) over briefed before_state,
                        lag(told) over briefed before_told, lag(to_address) over briefed before_address
                    from notice where state in ('SENT', 'SEEN', 'DECLINED', 'FAILED', 'BAD_ADDRESS') and briefing_id is not null
                    window briefed as (partition by briefing_id, presenter_id order by seq)
                ) told_in_order
                where renews is null and state not in ('FAILED', 'BAD_ADDRESS')
                    and before_state not in ('FAILED', 'BAD_ADDRESS') and told is not distinct from before_told
                    and to_address = before_address"""));
        return found;
    }
}
