package dev.lectern.schedule.agenda;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateTimeStamp;
import biweekly.property.Method;
import biweekly.property.ProductId;
import biweekly.property.Uid;
import dev.lectern.schedule.replica.Presenter;
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
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Agenda.Talk talk, String page) {
        var changed = Date.from(talk.changedAt());
        var event = new VEvent();
        event.setUid(new Uid(talk.uid()));
        event.setSequence(talk.sequence());
        event.setDateTimeStamp(new DateTimeStamp(changed));
        event.setLastModified(changed);
        event.setDateStart(Date.from(talk.startsAt().toInstant()));
        event.setDateEnd(Date.from(talk.endsAt().toInstant()));
        event.setSummary(printable(talk.title()));
        event.setLocation(printable(talk.room().name()));
        event.setDescription(printable(description(talk)));
        event.setUrl(page + "#talk-" + talk.number());
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
