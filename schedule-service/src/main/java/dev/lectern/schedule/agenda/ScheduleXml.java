package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.schedule.replica.Presenter;
import java.io.ByteArrayOutputStream;
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

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private ScheduleXml() throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name());
    }

    /** Writes some of it. */
    @FunctionalInterface
    private interface Writing {
        void write(ScheduleXml xml) throws XMLStreamException;
    }

    static byte[] render(Agenda agenda, String publicUrl) {
        return written(xml -> xml.writeSchedule(
                agenda, publicUrl + "/agenda/" + agenda.conference().slug()));
    }

    private static byte[] written(Writing what) {
        try {
            var writer = new ScheduleXml();
            what.write(writer);
            writer.xml.flush();
            return writer.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an agenda cannot be written as XML", e);
        }
    }

    private void writeSchedule(Agenda agenda, String page) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("schedule", Map.of());
        open("generator", Map.of("name", "lectern"));
        close();
        text("url", page + "/schedule.xml");
        text("version", Long.toString(agenda.version()));
        var days = FrabDay.of(agenda);
        writeConference(agenda, page, days);
        for (var day : days) {
            writeDay(day, FrabDay.acronym(agenda), page);
        }
        close();
        xml.writeEndDocument();
    }

    private void writeConference(Agenda agenda, String page, List<FrabDay> days) throws XMLStreamException {
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

    private void writeDay(FrabDay day, String acronym, String page) throws XMLStreamException {
        xml.writeStartElement("day");
        xml.writeAttribute("index", Integer.toString(day.index()));
        xml.writeAttribute("date", day.date().toString());
        xml.writeAttribute("start", FrabDay.moment(day.start()));
        xml.writeAttribute("end", FrabDay.moment(day.end()));
        for (var room : day.rooms().entrySet()) {
            open("room", Map.of("name", room.getKey()));
            for (var talk : room.getValue()) {
                add(Pieces.of(
                        Format.SCHEDULE_XML,
                        new FrabDay.Event(acronym, page, room.getKey(), talk),
                        event -> written(xml -> xml.writeEvent(event))));
            }
            close();
        }
        close();
    }

    /** Inside the element that was opened last. */
    private void add(byte[] elements) throws XMLStreamException {
        xml.writeCharacters("");
        xml.flush();
        bytes.writeBytes(elements);
    }

    private void writeEvent(FrabDay.Event event) throws XMLStreamException {
        var talk = event.talk();
        xml.writeStartElement("event");
        xml.writeAttribute("guid", talk.id().toString());
        xml.writeAttribute("id", Integer.toString(talk.number()));
        text("date", FrabDay.moment(talk.place().startsAt()));
        text("start", TIME.format(talk.place().startsAt()));
        text("duration", FrabDay.duration(talk.durationMinutes()));
        text("room", event.room());
        text("slug", event.slug());
        text("url", event.url());
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
