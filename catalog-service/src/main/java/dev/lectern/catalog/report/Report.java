package dev.lectern.catalog.report;

import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.State;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.catalog.presenter.Presenter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a report tells of a conference. People are in it without their addresses, since reports are handed around.
 *
 * @param entries by number
 */
record Report(String title, List<Entry> entries) {

    record Entry(int number, State state, Content content, List<PersonName> presenters) {

        /** Whether it is, or may become, part of the programme. */
        boolean isCurrent() {
            return state != State.REJECTED && state != State.WITHDRAWN;
        }

        long characters() {
            return content.subject().abstractText().length()
                    + content.details().customFields().stream()
                            .mapToLong(field -> field.value().length())
                            .sum();
        }
    }

    static Report of(UUID conference) {
        var people =
                Presenter.ofConference(conference).stream().collect(Collectors.toMap(Presenter::id, Presenter::name));
        Conference found = Conference.findById(conference);
        return new Report(
                found.title(),
                Contribution.ever(conference).stream()
                        .filter(contribution -> !contribution.isDeleted())
                        .map(contribution -> new Entry(
                                contribution.number(),
                                contribution.state(),
                                contribution.content(),
                                contribution.content().presenters().stream()
                                        .map(people::get)
                                        .toList()))
                        .toList());
    }

    /** The number of characters in abstracts and custom fields. */
    long characters() {
        return entries.stream().mapToLong(Entry::characters).sum();
    }

    /**
     * The entries in groups, each of so many at most, and of so many characters unless one alone has more; one empty
     * group for none.
     */
    List<List<Entry>> parts(int most, long mostCharacters) {
        var parts = new ArrayList<List<Entry>>();
        parts.add(new ArrayList<>());
        var characters = 0L;
        for (var entry : entries) {
            var last = parts.get(parts.size() - 1);
            if (!last.isEmpty() && (last.size() == most || characters + entry.characters() > mostCharacters)) {
                parts.add(new ArrayList<>());
                characters = 0;
            }
            parts.get(parts.size() - 1).add(entry);
            characters += entry.characters();
        }
        return parts;
    }

    /** Without what was rejected or withdrawn, which a format that has no states would bring back. */
    Report current() {
        return new Report(title, entries.stream().filter(Entry::isCurrent).toList());
    }
}
