package dev.lectern.schedule.agenda;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateTimeStamp;
import biweekly.property.Method;
import biweekly.property.ProductId;
import biweekly.property.Uid;
import dev.lectern.schedule.replica.Presenter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.stream.Collectors;

/**
 * An agenda as iCalendar (RFC 5545), in UTC. All stamps are times of changes, never of rendering, so that an unchanged agenda is the same
 * to the byte.
 */
final class AgendaCalendar {

    private static final String PRODUCT = "-//Lectern//Agenda//EN";

    private AgendaCalendar() {}

    static String render(Agenda agenda, String publicUrl) {
        var calendar = new ICalendar();
        calendar.setProductId(new ProductId(PRODUCT));
        calendar.setMethod(Method.publish());
        calendar.setExperimentalProperty(
                "X-WR-CALNAME", printable(agenda.conference().title()));
        var page = publicUrl + "/agenda/" + agenda.conference().slug();
        agenda.talks().forEach(talk -> calendar.addEvent(event(talk, page)));
        agenda.breaks().forEach(pause -> calendar.addEvent(event(pause, page)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Agenda.Talk talk, String page) {
        var event = event(talk.uid(), talk.sequence(), talk.changedAt(), talk.startsAt(), talk.endsAt());
        event.setSummary(printable(talk.title()));
        event.setLocation(printable(talk.room().name()));
        event.setDescription(printable(description(talk)));
        event.setUrl(page + "#talk-" + talk.number());
        return event;
    }

    /** One in all rooms has no location. */
    private static VEvent event(Agenda.Pause pause, String page) {
        var state = pause.state();
        var event = event(pause.uid(), pause.sequence(), pause.changedAt(), state.startsAt(), state.endsAt());
        event.setSummary(printable(state.title()));
        if (state.room() != null) {
            event.setLocation(printable(state.room().name()));
        }
        if (state.description() != null) {
            event.setDescription(printable(state.description()));
        }
        event.setUrl(page);
        return event;
    }

    private static VEvent event(
            String uid, int sequence, Instant changedAt, OffsetDateTime startsAt, OffsetDateTime endsAt) {
        var changed = Date.from(changedAt);
        var event = new VEvent();
        event.setUid(new Uid(uid));
        event.setSequence(sequence);
        event.setDateTimeStamp(new DateTimeStamp(changed));
        event.setLastModified(changed);
        event.setDateStart(Date.from(startsAt.toInstant()));
        event.setDateEnd(Date.from(endsAt.toInstant()));
        return event;
    }

    private static String description(Agenda.Talk talk) {
        var presenters = talk.presenters().stream().map(Presenter::name).collect(Collectors.joining(", "));
        return (presenters + "\n\n" + talk.abstractText()).strip();
    }

    /** RFC 5545 has no place for control characters but line breaks and tabs. */
    private static String printable(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
