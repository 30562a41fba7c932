package dev.lectern.catalog.audience;

import dev.lectern.catalog.audience.CatalogFacts.Person;
import dev.lectern.catalog.audience.CatalogFacts.Zone;
import dev.lectern.catalog.audience.Tell.Kind;
import dev.lectern.catalog.audience.Tell.PresenterName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that has a place and everybody who appears in it, at one moment. The difference of two is what people are
 * told, by the rules of notices.
 *
 * @param appearances talks by number, then sessions
 * @param people by each id that they have or had
 */
record Audience(List<Appearance> appearances, Map<UUID, Person> people, Zone zone) {

    /** Who is told when this becomes the other, which has the same appearances in the same order. */
    List<Tell> tells(Audience after) {
        return new Difference(this, after).tells();
    }

    /** What the other should be warned of, where this was all right. */
    List<Warning> warnings(Audience after) {
        return Stream.iterate(0, i -> i < appearances.size(), i -> i + 1)
                .filter(i -> !appearances.get(i).people().isEmpty())
                .map(after.appearances::get)
                .filter(appearance -> appearance.isOn() && appearance.people().isEmpty())
                .map(Audience::withoutPresenter)
                .toList();
    }

    private static Warning withoutPresenter(Appearance talk) {
        var number = talk.contribution().number();
        var detail = "Talk %d (%s) has no presenter, so nobody is told of its place"
                .formatted(number, talk.contribution().title());
        return new Warning(
                "no-presenter",
                detail,
                List.of(number),
                Optional.ofNullable(talk.room()).stream().toList());
    }

    private Optional<Person> person(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    private record Difference(Audience before, Audience after) {

        List<Tell> tells() {
            return Stream.iterate(0, i -> i < before.appearances.size(), i -> i + 1)
                    .flatMap(i -> tells(before.appearances.get(i), after.appearances.get(i)))
                    .toList();
        }

        private Stream<Tell> tells(Appearance was, Appearance is) {
            return Stream.concat(is.people().stream(), was.people().stream())
                    .flatMap(id -> after.person(id).stream())
                    .distinct()
                    .flatMap(person -> kind(was, is, person).stream()
                            .map(kind -> new Tell(
                                    new PresenterName(person.id(), person.name()),
                                    (is.isOn() ? is : was).contribution(),
                                    is.session(),
                                    kind)));
        }

        private Optional<Kind> kind(Appearance was, Appearance is, Person person) {
            var known = was.people().stream().filter(person::isOrWas).findFirst();
            var isListed = is.people().contains(person.id());
            if (known.isPresent() && isListed && hasAnotherAddress(known.get(), person)) {
                return Optional.of(Kind.SCHEDULED);
            }
            if (!isAnnounced(was, is)) {
                return Optional.empty();
            }
            if (known.isEmpty()) {
                return isListed ? Optional.of(Kind.SCHEDULED) : Optional.empty();
            }
            if (!isListed) {
                return Optional.of(is.isOn() ? Kind.REMOVED : Kind.CANCELLED);
            }
            return isTheSame(was, is) ? Optional.empty() : Optional.of(Kind.CHANGED);
        }

        private boolean hasAnotherAddress(UUID before, Person person) {
            var last = this.before.person(before).map(Person::email).orElse(null);
            return person.email() != null && !Objects.equals(last, person.email());
        }

        private boolean isAnnounced(Appearance was, Appearance is) {
            return is.announced() > was.announced()
                    || (after.zone.announced() > before.zone.announced() && isElsewhereInTime());
        }

        private boolean isTheSame(Appearance was, Appearance is) {
            return was.told().equals(is.told()) && was.people().equals(is.people()) && !isElsewhereInTime();
        }

        private boolean isElsewhereInTime() {
            return !before.zone.timeZone().equals(after.zone.timeZone());
        }
    }
}
