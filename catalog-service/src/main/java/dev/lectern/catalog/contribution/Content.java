package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.catalog.presenter.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a contribution is about and who presents it, in order. The session that its submitter filed it under is null
 * when not said; only organisers see it.
 */
public record Content(
        @JsonUnwrapped Subject subject,
        @JsonProperty(isRequired = OptBoolean.FALSE) String sessionClassification,
        List<UUID> presenters,
        @JsonProperty(isRequired = OptBoolean.FALSE) Details details) {

    /** Says nothing. */
    public static final Content NONE = new Content(Subject.NONE, null, List.of(), Details.NONE);

    /** Rows that were written by earlier releases have no details. */
    public Content {
        details = details == null ? Details.NONE : details;
    }

    /** This content with somebody else or nobody (null) listed instead of a presenter. */
    Content replacing(UUID presenter, UUID by) {
        var others = presenters.stream()
                .map(listed -> listed.equals(presenter) ? by : listed)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Content(subject, sessionClassification, others, details);
    }

    /** This content without authors of this name. */
    Content without(PersonName name) {
        return new Content(subject, sessionClassification, presenters, details.without(name));
    }

    /** What presenters are told of when it changes. */
    Content news() {
        return new Content(subject, null, presenters, Details.NONE);
    }

    /** Its fields by the names that the API has for them, in the order in which people read them. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", subject.title());
        fields.put("abstract", subject.abstractText());
        fields.put("type", subject.type());
        fields.put("track", subject.track());
        fields.put("durationMinutes", subject.durationMinutes());
        fields.put("sessionClassification", sessionClassification);
        fields.put("presenters", presenters);
        fields.put("code", details.code());
        fields.put("language", details.language());
        fields.put("links", details.links());
        fields.put("tags", details.tags());
        fields.put("customFields", details.customFields());
        fields.put("authors", details.authors());
        fields.put("coAuthors", details.coAuthors());
        return fields;
    }

    /** The names of the fields in which the other is different. */
    public List<String> differences(Content other) {
        var theirs = other.fields();
        return fields().entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), theirs.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * This, with what is news in a file: what it says otherwise than the last one. What people changed meanwhile stays.
     *
     * @param last what was said before
     * @param sameSource whether a file of this format said that. If not, silence is no news: formats do not have all
     * fields.
     */
    Content with(Content file, Content last, boolean sameSource) {
        var choice = new Choice(this, file, last, sameSource);
        return new Content(
                new Subject(
                        choice.of(content -> content.subject.title()),
                        choice.of(content -> content.subject.abstractText()),
                        choice.of(content -> content.subject.type()),
                        choice.of(content -> content.subject.track()),
                        choice.of(content -> content.subject.durationMinutes())),
                choice.of(Content::sessionClassification),
                choice.of(Content::presenters),
                new Details(
                        choice.of(content -> content.details.code()),
                        choice.of(content -> content.details.language()),
                        choice.of(content -> content.details.links()),
                        choice.of(content -> content.details.tags()),
                        choice.of(content -> content.details.customFields()),
                        choice.of(content -> content.details.authors()),
                        choice.of(content -> content.details.coAuthors())));
    }

    private record Choice(Content current, Content file, Content last, boolean sameSource) {

        <T> T of(Function<Content, T> field) {
            var said = field.apply(file);
            var isNews = !Objects.equals(said, field.apply(last))
                    && (sameSource || !Objects.equals(said, field.apply(NONE)));
            return isNews ? said : field.apply(current);
        }
    }
}
