package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.chassis.text.RichText;
import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Presenter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A talk by itself.
 *
 * @param when its day, {@code times} its beginning and end
 * @param language of title and abstract; null where nobody said
 * @param authors none where they are the presenters
 * @param abstractHtml safe to be put into a page as it is
 * @param summary the beginning of its abstract, without markup
 * @param structured an {@code Event} of schema.org in JSON that cannot end the element around it
 * @param related other talks of its presenters
 */
record TalkPage(
        PageFrame frame,
        Agenda.Talk talk,
        String when,
        String times,
        List<Kind> kinds,
        TextLanguage language,
        List<Author> authors,
        String abstractHtml,
        String summary,
        String structured,
        List<Related> related) {

    private static final int LONGEST_SUMMARY = 200;

    /** Its type or its track; the track has a page. */
    record Kind(String name, String address) {}

    record Related(String title, String facts, String address) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance talk(TalkPage page, PageFrame frame);
    }

    static TalkPage of(Part.Excerpt part, PageFrame frame, ObjectMapper json) {
        var talk = part.agenda().talks().get(0);
        var day = DateTimeFormatter.ofPattern(
                frame.language().day(), frame.language().locale());
        var summary = PlainText.line(RichText.plain(talk.abstractText()), LONGEST_SUMMARY);
        return new TalkPage(
                frame,
                talk,
                day.format(talk.place().startsAt()),
                AgendaPage.times(talk.place()),
                Stream.of(
                                new Kind(talk.type(), null),
                                new Kind(talk.track(), frame.to("tracks/" + Part.slug(talk.track()))))
                        .filter(kind -> kind.name() != null && !kind.name().isBlank())
                        .toList(),
                TextLanguage.of(talk.language()).orElse(null),
                othersThanPresent(talk),
                RichText.html(talk.abstractText()),
                summary,
                structured(Event.of(talk, summary, part.agenda().conference(), frame), json),
                part.related().stream().map(other -> related(other, day, frame)).toList());
    }

    private static List<Author> othersThanPresent(Agenda.Talk talk) {
        var authors = talk.authors().stream().map(Author::name).toList();
        var presenters = talk.presenters().stream().map(Presenter::name).toList();
        return authors.equals(presenters) ? List.of() : talk.authors();
    }

    private static Related related(Agenda.Talk other, DateTimeFormatter day, PageFrame frame) {
        return new Related(
                other.title(),
                day.format(other.place().startsAt()) + ", " + AgendaPage.times(other.place()) + " · "
                        + AgendaPage.isolated(other.place().room().name()),
                frame.to("talks/" + other.number()));
    }

    /** What search engines know an event by (schema.org). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Event(
            @JsonProperty("@context") String context,
            @JsonProperty("@type") String type,
            String name,
            String description,
            String url,
            OffsetDateTime startDate,
            OffsetDateTime endDate,
            Thing location,
            List<Thing> performer,
            Thing superEvent) {

        record Thing(@JsonProperty("@type") String type, String name) {}

        static Event of(Agenda.Talk talk, String summary, Agenda.Conference conference, PageFrame frame) {
            return new Event(
                    "https://schema.org",
                    "Event",
                    talk.title(),
                    summary,
                    frame.link(),
                    talk.place().startsAt(),
                    talk.place().endsAt(),
                    new Thing("Place", talk.place().room().name()),
                    talk.presenters().stream()
                            .map(presenter -> new Thing("Person", presenter.name()))
                            .toList(),
                    new Thing("Event", conference.title()));
        }
    }

    private static String structured(Event event, ObjectMapper json) {
        try {
            return json.writeValueAsString(event).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
