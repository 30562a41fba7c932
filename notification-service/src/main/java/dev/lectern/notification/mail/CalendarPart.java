package dev.lectern.notification.mail;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.LastModified;
import biweekly.property.Organizer;
import biweekly.property.Status;
import dev.lectern.notification.notice.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.stream.Stream;

/**
 * The talk as an iTIP message (RFC 5546, section 3.2): REQUEST puts it into the reader's calendar or moves it there, CANCEL takes it out.
 * To each reader the entry is theirs alone: they are its one attendee, and the organizer is never they, or some programs drop it.
 */
final class CalendarPart {

    private static final String PRODUCT = "-//Lectern//Lectern//EN";

    private CalendarPart() {}

    /** {@code REQUEST} or {@code CANCEL}. */
    static String method(Kind kind) {
        return kind == Kind.SCHEDULED || kind == Kind.CHANGED ? "REQUEST" : "CANCEL";
    }

    /** The calendar's text, folded, lines ended by CR LF. */
    static String of(MailRequest request, String link) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method(request.kind()));
        calendar.addEvent(event(request, link));
        return write(calendar);
    }

    private static VEvent event(MailRequest request, String link) {
        var facts = request.subject();
        var changed = Date.from(request.changedAt());
        var event = new VEvent();
        event.setUid(request.contribution().id() + "@lectern");
        event.setSequence(request.sequence());
        event.setDateTimeStamp(changed);
        event.setLastModified(new LastModified(changed));
        event.setDateStart(date(facts.startsAt()));
        event.setDateEnd(date(facts.endsAt()));
        event.setSummary(PlainText.line(facts.title()));
        event.setLocation(PlainText.line(facts.room()));
        event.setDescription(PlainText.paragraphs(facts.abstractText()));
        event.setUrl(link);
        event.setStatus(method(request.kind()).equals("REQUEST") ? Status.confirmed() : Status.cancelled());
        // Opaque: the reader is busy then.
        event.setTransparency(false);
        event.setOrganizer(organizer(request));
        event.addAttendee(reader(request));
        return event;
    }

    private static Date date(OffsetDateTime when) {
        return Date.from(when.toInstant());
    }

    private static Organizer organizer(MailRequest request) {
        return new Organizer(parameter(Letter.conference(request)), organizerAddress(request));
    }

    /** Another fixed address of the same domain where a reader is the organizer. */
    private static String organizerAddress(MailRequest request) {
        var organizer = address(request.organizer());
        var domain = organizer.substring(organizer.indexOf('@') + 1);
        return Stream.of(organizer, "calendar@" + domain, "schedule@" + domain)
                .filter(address ->
                        !address.equalsIgnoreCase(address(request.reader().address())))
                .findFirst()
                .orElseThrow();
    }

    private static Attendee reader(MailRequest request) {
        var reader = request.reader();
        var attendee = new Attendee(parameter(reader.name()), address(reader.address()));
        attendee.setCalendarUserType(CalendarUserType.INDIVIDUAL);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    private static String address(String address) {
        return PlainText.line(address).replace(" ", "");
    }

    /** A parameter's value has no escape for a quotation mark (RFC 5545, section 3.2). */
    private static String parameter(String text) {
        return PlainText.line(text).replace('"', '\'');
    }

    private static String write(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // The library counts characters, RFC 5545 octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContentLines.fold(text.toString());
    }
}
