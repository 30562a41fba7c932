package dev.lectern.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A report within the limits of the API, for what is imported must be possible to edit. What is too long costs the text
 * that it is, or the entry where that could not be without it; each time that is said.
 */
final class WithinLimits {

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_ABSTRACT = 50_000;
    private static final int LONGEST_CONFERENCE_TITLE = 500;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_AFFILIATION = 500;
    private static final int LONGEST_HONORIFIC = 50;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_PERSON = 1_000;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_LINK_TITLE = 500;
    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_PEOPLE = 200;
    private static final int MOST_OTHERS = 50;

    /** A file may be wrong in each of its entries, and in many ways. */
    private static final int MOST_REMARKS = 10_000;

    private final List<NotUnderstood> notUnderstood;
    private ReportedContribution entry;

    private WithinLimits(List<NotUnderstood> notUnderstood) {
        this.notUnderstood = notUnderstood;
    }

    /** @throws InvalidReport if there are more contributions than a file may have, or none is left */
    static ContributionReport of(ContributionReport report) {
        var all = report.contributions();
        if (all.size() > ReportFile.MOST_CONTRIBUTIONS) {
            throw new InvalidReport(
                    all.get(ReportFile.MOST_CONTRIBUTIONS).line(),
                    "A file has at most " + ReportFile.MOST_CONTRIBUTIONS + " contributions");
        }
        var limits = new WithinLimits(new ArrayList<>(report.notUnderstood()));
        var contributions =
                all.stream().map(limits::contribution).filter(Objects::nonNull).toList();
        if (contributions.isEmpty()) {
            throw nothingLeft(limits.notUnderstood);
        }
        var title = report.title();
        if (title != null && title.length() > LONGEST_CONFERENCE_TITLE) {
            limits.notUnderstood.add(NotUnderstood.in(
                    1, title, "the conference's title is longer than " + LONGEST_CONFERENCE_TITLE + " characters"));
            title = null;
        }
        return new ContributionReport(title, contributions, limits.sorted(), report.timeZone(), report.source());
    }

    private static InvalidReport nothingLeft(List<NotUnderstood> notUnderstood) {
        return notUnderstood.isEmpty()
                ? new InvalidReport(1, "The file has no contributions")
                : new InvalidReport(
                        notUnderstood.get(0).line(),
                        "No contribution can be used; the first is "
                                + notUnderstood.get(0).reason());
    }

    private List<NotUnderstood> sorted() {
        var sorted = notUnderstood.stream()
                .sorted(Comparator.comparingInt(NotUnderstood::line))
                .toList();
        if (sorted.size() <= MOST_REMARKS) {
            return sorted;
        }
        var next = sorted.get(MOST_REMARKS);
        var more = NotUnderstood.in(next.line(), "", (sorted.size() - MOST_REMARKS) + " more from here on");
        return Stream.concat(sorted.stream().limit(MOST_REMARKS), Stream.of(more))
                .toList();
    }

    private ReportedContribution contribution(ReportedContribution read) {
        entry = read;
        if (isTooLong(read.title(), LONGEST_TITLE, "left out: its title")
                || isTooLong(read.externalId(), LONGEST_ID, "left out: its id")) {
            return null;
        }
        var people = read.people();
        return new ReportedContribution(
                read.number(),
                read.externalId(),
                read.line(),
                read.column(),
                read.title(),
                Objects.requireNonNullElse(
                        orNone(read.abstractText(), LONGEST_ABSTRACT, "taken without its abstract: that"), ""),
                classification(read.classification()),
                minutes(read.durationMinutes()),
                read.state(),
                new People(
                        people(people.presenters(), "presenters"),
                        people(people.authors(), "authors"),
                        people(people.coAuthors(), "co-authors")),
                first(read.links(), MOST_OTHERS, "links").stream()
                        .map(this::link)
                        .toList(),
                first(read.customFields(), MOST_OTHERS, "custom fields").stream()
                        .filter(this::isWithin)
                        .toList(),
                new Placement(
                        orNone(read.placement().room(), LONGEST_NAME, "taken, but not placed: its room"),
                        read.placement().startsAt()),
                read.otherIds());
    }

    private Integer minutes(Integer read) {
        if (read == null || (read >= 1 && read <= EntryValues.MOST_MINUTES)) {
            return read;
        }
        note("taken without its duration: that is not from 1 to " + EntryValues.MOST_MINUTES + " minutes");
        return null;
    }

    private Classification classification(Classification read) {
        return new Classification(
                orNone(read.code(), LONGEST_NAME, "taken without its code: that"),
                orNone(read.type(), LONGEST_NAME, "taken without its type: that"),
                orNone(read.track(), LONGEST_NAME, "taken without its track: that"),
                orNone(read.session(), LONGEST_NAME, "taken without its session: that"),
                orNone(read.language(), LONGEST_LANGUAGE, "taken without its language: that"),
                first(read.tags(), MOST_OTHERS, "tags"));
    }

    private List<ReportedPerson> people(List<ReportedPerson> read, String what) {
        return first(read, MOST_PEOPLE, what).stream()
                .filter(person -> !isTooLong(person.familyName(), LONGEST_NAME, "taken without a person: the name")
                        && !isTooLong(person.givenNames(), LONGEST_NAME, "taken without a person: the name"))
                .map(this::person)
                .toList();
    }

    private ReportedPerson person(ReportedPerson read) {
        var honorific = orNone(read.honorific(), LONGEST_HONORIFIC, "a person's honorific");
        var affiliation = orNone(read.affiliation(), LONGEST_AFFILIATION, "a person's affiliation");
        var isWhole = read.raw().length() <= LONGEST_PERSON;
        return new ReportedPerson(
                orNone(read.externalId(), LONGEST_ID, "a person's id"),
                honorific,
                read.familyName(),
                read.givenNames(),
                affiliation,
                orNone(read.email(), LONGEST_ADDRESS, "a person's address"),
                isWhole
                        ? read.raw()
                        : new ReportedPerson(honorific, read.familyName(), read.givenNames(), affiliation).raw());
    }

    private Link link(Link read) {
        return new Link(read.url(), orNone(read.title(), LONGEST_LINK_TITLE, "a link's title"));
    }

    private boolean isWithin(CustomField field) {
        return !isTooLong(field.name(), LONGEST_NAME, "taken without a custom field: its name")
                && !isTooLong(field.value(), LONGEST_FIELD, "taken without a custom field: its value");
    }

    private <T> List<T> first(List<T> list, int most, String what) {
        if (list.size() <= most) {
            return list;
        }
        var all = list.size() < ReportedPerson.MOST_IN_A_LIST ? "" + list.size() : list.size() + " or more";
        note("only the first " + most + " " + what + " are taken, of " + all);
        return List.copyOf(list.subList(0, most));
    }

    private String orNone(String text, int longest, String what) {
        return isTooLong(text, longest, what) ? null : text;
    }

    private boolean isTooLong(String text, int longest, String what) {
        var isTooLong = text != null && text.length() > longest;
        if (isTooLong) {
            note(what + " is longer than " + longest + " characters");
        }
        return isTooLong;
    }

    private void note(String reason) {
        notUnderstood.add(NotUnderstood.at(entry, reason));
    }
}
