package dev.lectern.catalog.imports;

import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.CustomField;
import dev.lectern.catalog.contribution.Details;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.contribution.Link;
import dev.lectern.catalog.contribution.Person;
import dev.lectern.catalog.contribution.State;
import dev.lectern.catalog.contribution.Subject;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.formats.ReportedPerson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a file says of a contribution, as the catalog keeps it. */
final class FileContent {

    private FileContent() {}

    static Said of(ReportedContribution reported, List<UUID> presenters, Origin origin) {
        var kind = reported.classification();
        var content = new Content(
                new Subject(
                        reported.title(),
                        reported.abstractText(),
                        kind.type(),
                        kind.track(),
                        reported.durationMinutes()),
                kind.session(),
                presenters,
                details(reported));
        return new Said(
                content,
                reported.state() == null ? null : State.valueOf(reported.state()),
                origin.source(),
                reported.externalId(),
                reported.otherIds());
    }

    private static Details details(ReportedContribution reported) {
        var kind = reported.classification();
        return new Details(
                kind.code(),
                kind.language(),
                reported.links().stream()
                        .map(link -> new Link(link.url(), link.title()))
                        .toList(),
                onceEach(kind.tags()),
                reported.customFields().stream()
                        .map(field -> new CustomField(field.name(), field.value()))
                        .toList(),
                people(reported.people().authors()),
                people(reported.people().coAuthors()));
    }

    /** Whatever the case of their letters, as tags are that people enter. */
    private static List<String> onceEach(List<String> tags) {
        var seen = new HashSet<String>();
        return tags.stream()
                .filter(tag -> seen.add(tag.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<Person> people(List<ReportedPerson> people) {
        return people.stream()
                .map(person -> new Person(
                        person.honorific(),
                        person.familyName(),
                        person.givenNames(),
                        person.affiliation(),
                        person.raw()))
                .toList();
    }
}
