package dev.lectern.notification.mail;

import dev.lectern.chassis.calendar.CalendarEntry;
import dev.lectern.chassis.calendar.CalendarEntry.Party;
import dev.lectern.chassis.calendar.CalendarEntry.Stamp;
import dev.lectern.chassis.calendar.CalendarEntry.Status;
import dev.lectern.chassis.calendar.CalendarEntry.Words;
import dev.lectern.chassis.calendar.CalendarText;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.chassis.text.RichText;
import dev.lectern.notification.notice.Kind;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The talk as an iTIP message (RFC 5546, section 3.2): REQUEST puts it into the reader's calendar or moves it there,
 * CANCEL takes it out. To each reader the entry is theirs alone: they are its one attendee, and the organizer is never
 * they, or some programs drop it.
 */
final class CalendarPart {

    private CalendarPart() {}

    /** {@code REQUEST} or {@code CANCEL}. */
    static String method(Kind kind) {
        return switch (kind) {
            case SCHEDULED, CHANGED -> "REQUEST";
            case CANCELLED, REMOVED -> "CANCEL";
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw kind.isOfNone();
        };
    }

    /** The calendar's text, folded, lines ended by CR LF. */
    static String of(MailRequest request, String link) {
        return CalendarText.message(method(request.kind()), entry(request, link));
    }

    private static CalendarEntry entry(MailRequest request, String link) {
        var facts = request.subject();
        var reader = request.reader();
        return new CalendarEntry(
                new Stamp(
                        request.appearance().id() + "@lectern",
                        request.content().sequence(),
                        request.changedAt()),
                facts.startsAt().toInstant(),
                facts.endsAt().toInstant(),
                new Words(
                        facts.title(),
                        facts.room(),
                        RichText.plain(facts.abstractText() == null ? "" : facts.abstractText()),
                        link,
                        Arrays.asList(facts.type(), facts.track())),
                true,
                method(request.kind()).equals("REQUEST") ? Status.CONFIRMED : Status.CANCELLED,
                new Party(request.conferenceTitle(), organizerAddress(request)),
                new Party(reader.name(), reader.address()));
    }

    /** Another fixed address of the same domain where a reader is the organizer. */
    private static String organizerAddress(MailRequest request) {
        var organizer = PlainText.line(request.sender().organizer());
        var domain = organizer.substring(organizer.indexOf('@') + 1);
        return Stream.of(organizer, "calendar@" + domain, "schedule@" + domain)
                .filter(address -> !address.equalsIgnoreCase(
                        PlainText.line(request.reader().address())))
                .findFirst()
                .orElseThrow();
    }
}
