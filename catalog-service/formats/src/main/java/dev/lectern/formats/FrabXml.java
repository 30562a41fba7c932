package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;

/** Reads a schedule.xml in one pass. */
final class FrabXml {

    /** FOSDEM and frab say event, EuroPython says entry. */
    private static final Set<String> EVENTS = Set.of("event", "entry");

    private static final Set<String> ZONES = Set.of("time_zone_name", "timezone");
    private static final Set<String> PERSONS = Set.of("person", "speaker");
    private static final String GENERATOR = "generator";

    /** What tells the origin of a schedule, the best first. */
    private static final List<String> ORIGINS = List.of("acronym", "base_url", GENERATOR);

    private static final Set<String> TAGS = Set.of("tags", "keywords", "topics");

    private final XmlCursor xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<FrabEvent> events = new ArrayList<>();
    private final Map<String, String> origins = new HashMap<>();
    private String title;
    private String zone;
    private String dayChange;
    private String day;
    private String room;

    private FrabXml(XmlCursor xml) {
        this.xml = xml;
    }

    /** @throws InvalidReport if it is no XML, or none of this kind */
    static FrabSchedule read(byte[] file) {
        return new FrabXml(new XmlCursor(file)).read();
    }

    private FrabSchedule read() {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> {}
            }
        }
        return FrabSchedule.in(
                zone,
                title,
                ORIGINS.stream()
                        .map(origins::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                origins.get(GENERATOR),
                List.copyOf(events));
    }

    private void open() {
        var name = xml.name();
        if (path.isEmpty() && !name.equals("schedule")) {
            throw new InvalidReport(xml.line(), "Not a schedule: its first element is not <schedule>");
        }
        if (EVENTS.contains(name)) {
            events.add(event());
        } else if (name.equals("title") && "conference".equals(path.peekLast())) {
            title = PlainText.orNull(xml.text());
        } else if (ORIGINS.contains(name)) {
            var generator = xml.attribute("name");
            var text = xml.text();
            origins.putIfAbsent(name, PlainText.orNull(generator == null ? text : generator));
        } else if (ZONES.contains(name) && "conference".equals(path.peekLast())) {
            zone = PlainText.orNull(xml.text());
        } else if (name.equals("day_change")) {
            dayChange = PlainText.orNull(xml.text());
        } else {
            descend(name);
        }
    }

    private void descend(String name) {
        if (path.size() == XmlCursor.DEEPEST) {
            throw new InvalidReport(xml.line(), "Elements are nested deeper than " + XmlCursor.DEEPEST);
        }
        path.addLast(name);
        if (name.equals("day")) {
            day = xml.attribute("date");
            room = null;
        } else if (name.equals("room")) {
            room = xml.attribute("name");
        }
    }

    /** Up to its end. */
    private FrabEvent event() {
        if (events.size() == FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(xml.line(), "A schedule has at most " + FrabSchedule.MOST_EVENTS + " events");
        }
        var line = xml.startLine();
        var column = xml.startColumn();
        var guid = xml.attribute("guid");
        var id = xml.attribute("id");
        var code = xml.attribute("code");
        var texts = new HashMap<String, String>();
        var persons = new ArrayList<ReportedPerson>();
        var links = new ArrayList<Link>();
        var tags = new ArrayList<String>();
        while (xml.nextChild()) {
            var name = xml.name();
            if (name.equals("persons") || name.equals("speakers")) {
                readPersons(persons);
            } else if (name.equals("links")) {
                readLinks(links);
            } else if (TAGS.contains(name)) {
                readTags(tags);
            } else {
                texts.putIfAbsent(name, xml.text());
            }
        }
        texts.values().removeIf(String::isBlank);
        texts.replaceAll((name, text) -> text.strip());
        var values = new EntryValues();
        var minutes = values.minutes(texts.get("duration"));
        var start = start(texts.get("date"), texts.get("start"), values);
        return new FrabEvent(
                line,
                column,
                guid,
                id,
                texts.get("title"),
                new FrabEvent.Texts(texts.get("subtitle"), texts.get("abstract"), texts.get("description")),
                new Classification(
                        code, texts.get("type"), texts.get("track"), null, texts.get("language"), List.copyOf(tags)),
                minutes,
                texts.get("state"),
                List.copyOf(persons),
                List.copyOf(links),
                List.of(),
                new Placement(texts.getOrDefault("room", room), start),
                values.remarks());
    }

    private String start(String date, String time, EntryValues values) {
        return date == null ? values.startBetween(day, dayChange, time) : values.start(date, day, time);
    }

    /** What is attached is not linked: files have elements of their own for that. */
    private void readLinks(List<Link> links) {
        while (xml.nextChild()) {
            var url = xml.attribute("href");
            var text = PlainText.orNull(xml.text());
            if (url != null || text != null) {
                links.add(url == null ? new Link(text, null) : new Link(url, text));
            }
        }
    }

    /** One per element, or in one text with commas. */
    private void readTags(List<String> tags) {
        var text = xml.ownText(child -> tags.add(PlainText.orNull(xml.text())));
        Stream.of(text.split(",")).map(PlainText::orNull).forEach(tags::add);
        tags.removeIf(Objects::isNull);
    }

    private void readPersons(List<ReportedPerson> persons) {
        while (xml.nextChild()) {
            var isPerson = PERSONS.contains(xml.name());
            var guid = xml.attribute("guid");
            var id = guid == null || PersonIds.isPlaceholder(guid) ? xml.attribute("id") : guid;
            var email = xml.attribute("email");
            var name = personName();
            if (isPerson && name != null) {
                persons.add(new ReportedPerson(id, name, email));
            }
        }
    }

    /** The element's text, or that of the last name within it. */
    private String personName() {
        var names = new ArrayList<String>();
        var text = xml.ownText(child -> {
            var within = xml.text();
            if (child.equals("name")) {
                names.add(within);
            }
        });
        return PlainText.orNull(names.isEmpty() ? text : names.get(names.size() - 1));
    }
}
