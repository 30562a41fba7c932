package dev.lectern.formats;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a schedule.xml in one pass. Documents with a DOCTYPE are refused, and with it all entities but XML's own. */
final class FrabXml {

    private static final int DEEPEST = 50;

    /** FOSDEM and frab say event, EuroPython says entry. */
    private static final Set<String> EVENTS = Set.of("event", "entry");

    private static final Set<String> PERSONS = Set.of("person", "speaker");

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<FrabEvent> events = new ArrayList<>();
    private String title;
    private String dayChange;
    private String day;
    private String room;

    private FrabXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws InvalidReport if it is no XML, or none of this kind */
    static FrabSchedule read(byte[] file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new FrabXml(factory.createXMLStreamReader(new ByteArrayInputStream(file))).read();
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new InvalidReport(line, "Not well-formed XML");
        }
    }

    private FrabSchedule read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new InvalidReport(line(), "A DOCTYPE is not accepted");
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> {}
            }
        }
        return new FrabSchedule(title, List.copyOf(events));
    }

    private void open() throws XMLStreamException {
        var name = xml.getLocalName();
        if (path.isEmpty() && !name.equals("schedule")) {
            throw new InvalidReport(line(), "Not a schedule: its first element is not <schedule>");
        }
        if (EVENTS.contains(name)) {
            events.add(event());
        } else if (name.equals("title") && "conference".equals(path.peekLast())) {
            title = FrabSchedule.orNull(text());
        } else if (name.equals("day_change")) {
            dayChange = FrabSchedule.orNull(text());
        } else {
            descend(name);
        }
    }

    private void descend(String name) {
        if (path.size() == DEEPEST) {
            throw new InvalidReport(line(), "Elements are nested deeper than " + DEEPEST);
        }
        path.addLast(name);
        if (name.equals("day")) {
            day = attribute("date");
            room = null;
        } else if (name.equals("room")) {
            room = attribute("name");
        }
    }

    /** Up to its end. */
    private FrabEvent event() throws XMLStreamException {
        if (events.size() == FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(line(), "A schedule has at most " + FrabSchedule.MOST_EVENTS + " events");
        }
        var line = line();
        var guid = attribute("guid");
        var id = attribute("id");
        var code = attribute("code");
        var texts = new HashMap<String, String>();
        var persons = new ArrayList<FrabPerson>();
        while (nextElement() == XMLStreamConstants.START_ELEMENT) {
            var name = xml.getLocalName();
            if (name.equals("persons") || name.equals("speakers")) {
                readPersons(persons);
            } else {
                texts.putIfAbsent(name, text());
            }
        }
        return event(line, guid, id, code, texts, persons);
    }

    private FrabEvent event(
            int line, String guid, String id, String code, Map<String, String> texts, List<FrabPerson> persons) {
        return new FrabEvent(
                line,
                guid,
                id,
                code,
                FrabSchedule.orNull(texts.get("title")),
                FrabSchedule.orNull(texts.get("subtitle")),
                FrabSchedule.orNull(texts.get("type")),
                FrabSchedule.orNull(texts.get("track")),
                FrabSchedule.orNull(texts.get("abstract")),
                FrabSchedule.orNull(texts.get("description")),
                FrabSchedule.minutes(texts.get("duration")),
                List.copyOf(persons),
                room(texts),
                start(texts));
    }

    private String room(Map<String, String> texts) {
        var named = FrabSchedule.orNull(texts.get("room"));
        return named == null ? room : named;
    }

    private String start(Map<String, String> texts) {
        var date = FrabSchedule.orNull(texts.get("date"));
        var time = FrabSchedule.orNull(texts.get("start"));
        return date == null ? When.between(day, dayChange, time) : When.of(date, day, time);
    }

    private void readPersons(List<FrabPerson> persons) throws XMLStreamException {
        while (nextElement() == XMLStreamConstants.START_ELEMENT) {
            var known = PERSONS.contains(xml.getLocalName());
            var guid = attribute("guid");
            var id = guid == null ? attribute("id") : guid;
            var name = personName();
            if (known && name != null) {
                persons.add(new FrabPerson(id, name));
            }
        }
    }

    /** The element's text, or that of a name within it. */
    private String personName() throws XMLStreamException {
        var text = new StringBuilder();
        String name = null;
        for (var next = xml.next(); next != XMLStreamConstants.END_ELEMENT; next = xml.next()) {
            if (next == XMLStreamConstants.START_ELEMENT) {
                var isName = xml.getLocalName().equals("name");
                var within = text();
                name = isName ? within : name;
            } else if (xml.hasText()) {
                text.append(xml.getText());
            }
        }
        return FrabSchedule.orNull(name == null ? text.toString() : name);
    }

    /** The start of the next child, or the end of the element; text between them says nothing. */
    private int nextElement() throws XMLStreamException {
        var next = xml.next();
        while (next != XMLStreamConstants.START_ELEMENT && next != XMLStreamConstants.END_ELEMENT) {
            next = xml.next();
        }
        return next;
    }

    /** All text up to the element's end, that of elements in it too. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new InvalidReport(line(), "Elements are nested deeper than " + DEEPEST);
            }
        }
        return text.toString();
    }

    private String attribute(String name) {
        return FrabSchedule.orNull(xml.getAttributeValue(null, name));
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }
}
