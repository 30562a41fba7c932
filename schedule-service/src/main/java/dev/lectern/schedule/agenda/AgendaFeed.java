package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.schedule.replica.Presenter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The talks that have changed last, for readers of feeds: a JSON Feed (version 1.1), which is also written as Atom (RFC
 * 4287).
 */
record AgendaFeed(
        String version,
        String title,

        @JsonProperty("home_page_url") String page,

        @JsonProperty("feed_url") String address,

        List<Entry> items) {

    private static final int MOST_ENTRIES = 50;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern(Language.EN.day() + ", HH:mm", Language.EN.locale());

    record Entry(
            String id,
            String url,
            String title,

            @JsonProperty("content_text") String text,

            @JsonProperty("date_modified") Instant changedAt,

            List<Author> authors) {}

    record Author(String name) {}

    static AgendaFeed of(Agenda agenda, String publicUrl) {
        var page = publicUrl + "/agenda/" + agenda.conference().slug();
        return new AgendaFeed(
                "https://jsonfeed.org/version/1.1",
                XmlText.possible(agenda.conference().title()),
                page,
                page + "/feed.json",
                agenda.talks().stream()
                        .sorted(Comparator.comparing(
                                        (Agenda.Talk talk) -> talk.stamp().changedAt())
                                .reversed()
                                .thenComparing(Agenda.Talk::number))
                        .limit(MOST_ENTRIES)
                        .map(talk -> entry(talk, page))
                        .toList());
    }

    private static Entry entry(Agenda.Talk talk, String page) {
        var presenters = talk.presenters().stream()
                .map(Presenter::name)
                .map(XmlText::possible)
                .toList();
        return new Entry(
                "urn:uuid:" + talk.id(),
                page + "/talks/" + talk.number(),
                XmlText.possible(talk.title()),
                XmlText.possible(Stream.of(
                                MOMENT.format(talk.place().startsAt()),
                                talk.place().room().name(),
                                String.join(", ", presenters))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · "))),
                talk.stamp().changedAt(),
                presenters.stream().map(Author::new).toList());
    }

    /** @param changedAt when the agenda changed last */
    String atom(Instant changedAt) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            write(xml, "id", page);
            write(xml, "title", title);
            write(xml, "updated", changedAt.toString());
            link(xml, "alternate", page);
            link(xml, "self", page + "/feed.atom");
            author(xml, title);
            for (var item : items) {
                write(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an agenda cannot be written as Atom", e);
        }
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        write(xml, "id", entry.id());
        write(xml, "title", entry.title());
        write(xml, "updated", entry.changedAt().toString());
        link(xml, "alternate", entry.url());
        for (var author : entry.authors()) {
            author(xml, author.name());
        }
        write(xml, "content", entry.text());
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        write(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void write(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
