package dev.lectern.chassis.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.LastModified;
import biweekly.property.Organizer;
import biweekly.property.Status;
import dev.lectern.chassis.text.PlainText;
import java.util.Date;
import java.util.List;

/** An entry in the library's words, with its texts made harmless. */
final class EventProperties {

    private EventProperties() {}

    static VEvent of(CalendarEntry entry) {
        var stamp = entry.stamp();
        var changed = Date.from(stamp.changedAt());
        var event = new VEvent();
        event.setUid(stamp.uid());
        event.setSequence(stamp.sequence());
        event.setDateTimeStamp(changed);
        event.setLastModified(new LastModified(changed));
        event.setDateStart(Date.from(entry.startsAt()));
        event.setDateEnd(Date.from(entry.endsAt()));
        addTexts(event, entry.words());
        event.setUrl(entry.words().url());
        if (entry.status() != null) {
            event.setStatus(entry.status() == CalendarEntry.Status.CONFIRMED ? Status.confirmed() : Status.cancelled());
        }
        event.setTransparency(!entry.busy());
        event.setOrganizer(new Organizer(
                PlainText.line(entry.organizer().name()),
                address(entry.organizer().address())));
        if (entry.attendee() != null) {
            event.addAttendee(attendee(entry.attendee()));
        }
        return event;
    }

    private static void addTexts(VEvent event, CalendarEntry.Words words) {
        event.setSummary(PlainText.line(words.summary()));
        var location = PlainText.line(words.location());
        if (!location.isEmpty()) {
            event.setLocation(location);
        }
        var description = PlainText.paragraphs(words.description());
        if (!description.isEmpty()) {
            event.setDescription(description);
        }
        var categories = categories(words.categories());
        if (!categories.isEmpty()) {
            event.addCategories(categories);
        }
    }

    private static List<String> categories(List<String> names) {
        return names.stream()
                .map(PlainText::line)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** One who comes, and need not answer. */
    private static Attendee attendee(CalendarEntry.Party party) {
        var attendee = new Attendee(PlainText.line(party.name()), address(party.address()));
        attendee.setCalendarUserType(CalendarUserType.INDIVIDUAL);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    private static String address(String address) {
        return PlainText.line(address).replace(" ", "");
    }
}
