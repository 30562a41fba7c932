package dev.lectern.schedule.agenda;

import dev.lectern.schedule.replica.Presenter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An agenda as schedule.xml, which frab has brought up and apps for attendees read. It keeps to the schema of
 * c3voc.de/schedule.
 */
final class ScheduleXml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Agenda agenda;
    private final String page;
    private final XMLStreamWriter xml;

    private ScheduleXml(Agenda agenda, String publicUrl, XMLStreamWriter xml) {
        this.agenda = agenda;
        this.page = publicUrl + "/agenda/" + agenda.conference().slug();
        this.xml = xml;
    }

    static String render(Agenda agenda, String publicUrl) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new ScheduleXml(agenda, publicUrl, xml).write();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an agenda cannot be written as XML", e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("schedule", Map.of());
        open("generator", Map.of("name", "lectern"));
        close();
        text("url", page + "/schedule.xml");
        text("version", Long.toString(agenda.version()));
        var days = FrabDay.of(agenda);
        writeConference(days);
        for (var day : days) {
            writeDay(day);
        }
        close();
        xml.writeEndDocument();
    }

    private void writeConference(List<FrabDay> days) throws XMLStreamException {
        open("conference", Map.of());
        text("title", agenda.conference().title());
        text("acronym", FrabDay.acronym(agenda));
        text("start", days.get(0).date().toString());
        text("end", days.get(days.size() - 1).date().toString());
        text("days", Integer.toString(days.size()));
        text("timeslot_duration", FrabDay.duration(FrabDay.STEP_MINUTES));
        text("base_url", page);
        text("url", page);
        text("time_zone_name", agenda.conference().timeZone());
        for (var track : FrabDay.tracks(agenda)) {
            open("track", Map.of("name", track));
            close();
        }
        close();
    }

    private void writeDay(FrabDay day) throws XMLStreamException {
        xml.writeStartElement("day");
        xml.writeAttribute("index", Integer.toString(day.index()));
        xml.writeAttribute("date", day.date().toString());
        xml.writeAttribute("start", FrabDay.moment(day.start()));
        xml.writeAttribute("end", FrabDay.moment(day.end()));
        for (var room : day.rooms().entrySet()) {
            open("room", Map.of("name", room.getKey()));
            for (var talk : room.getValue()) {
                writeEvent(talk, room.getKey());
            }
            close();
        }
        close();
    }

    private void writeEvent(Agenda.Talk talk, String room) throws XMLStreamException {
        xml.writeStartElement("event");
        xml.writeAttribute("guid", talk.id().toString());
        xml.writeAttribute("id", Integer.toString(talk.number()));
        text("date", FrabDay.moment(talk.place().startsAt()));
        text("start", TIME.format(talk.place().startsAt()));
        text("duration", FrabDay.duration(talk.durationMinutes()));
        text("room", room);
        text("slug", FrabDay.slug(agenda, talk));
        text("url", page + "/talks/" + talk.number());
        text("title", talk.title());
        text("subtitle", "");
        text("track", talk.track());
        text("type", talk.type());
        if (talk.language() != null) {
            text("language", talk.language());
        }
        text("abstract", talk.abstractText());
        open("persons", Map.of());
        for (var presenter : talk.presenters()) {
            writePerson(presenter);
        }
        close();
        open("links", Map.of());
        for (var link : talk.links()) {
            open("link", Map.of("href", link.url()));
            characters(link.label());
            close();
        }
        close();
        close();
    }

    private void writePerson(Presenter presenter) throws XMLStreamException {
        xml.writeStartElement("person");
        xml.writeAttribute("id", Integer.toString(FrabDay.personId(presenter.id())));
        xml.writeAttribute("guid", presenter.id().toString());
        characters(presenter.name());
        close();
    }

    private void text(String element, String text) throws XMLStreamException {
        open(element, Map.of());
        characters(Objects.requireNonNullElse(text, ""));
        close();
    }

    private void open(String element, Map<String, String> attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (var attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), XmlText.possible(attribute.getValue()));
        }
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(XmlText.possible(text));
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
