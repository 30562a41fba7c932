package dev.lectern.catalog.contribution;

import dev.lectern.catalog.presenter.PersonName;
import java.util.List;

/**
 * What a submission says beside its content. Attendees see language, links and authors; the rest is for organisers.
 * Code and language (as the file or the organiser has it, such as {@code pt-BR}) are null when not said.
 */
public record Details(
        String code,
        String language,
        List<Link> links,
        List<String> tags,
        List<CustomField> customFields,
        List<Person> authors,
        List<Person> coAuthors) {

    public static final Details NONE = new Details(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Details {
        links = List.copyOf(links);
        tags = List.copyOf(tags);
        customFields = List.copyOf(customFields);
        authors = List.copyOf(authors);
        coAuthors = List.copyOf(coAuthors);
    }

    /** These details without authors of this name. */
    Details without(PersonName name) {
        return new Details(code, language, links, tags, customFields, without(authors, name), without(coAuthors, name));
    }

    private static List<Person> without(List<Person> people, PersonName name) {
        return people.stream().filter(person -> !person.mayBe(name)).toList();
    }
}
