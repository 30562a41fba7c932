package dev.lectern.formats;

import dev.lectern.chassis.text.Controls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report without what nobody could use, edit or see, each such thing reported. */
final class Tidied {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TAG = 50;
    private static final String DIRECTIONS = "controls of the direction of text, taken out";

    private final List<NotUnderstood> notUnderstood;
    private final boolean isOfPlaces;
    private final Set<Spot> timeless;
    private int line = 1;
    private Integer column;

    /** Where an entry begins. */
    private record Spot(int line, Integer column) {}

    private Tidied(List<NotUnderstood> notUnderstood, boolean isOfPlaces) {
        this.isOfPlaces = isOfPlaces;
        this.notUnderstood = notUnderstood;
        this.timeless = notUnderstood.stream()
                .filter(NotUnderstood::saysWhyNoTime)
                .map(note -> new Spot(note.line(), note.column()))
                .collect(Collectors.toSet());
    }

    /** @param isOfPlaces whether each entry should have a place, even if none has one */
    static ContributionReport of(ContributionReport report, boolean isOfPlaces) {
        var tidied = new Tidied(
                new ArrayList<>(report.notUnderstood()),
                isOfPlaces
                        || report.contributions().stream()
                                .anyMatch(it -> it.placement().isComplete()));
        var title = tidied.line(report.title());
        var contributions = report.contributions().stream()
                .map(tidied::contribution)
                .filter(Objects::nonNull)
                .toList();
        tidied.notUnderstood.sort(Comparator.comparingInt(NotUnderstood::line));
        return new ContributionReport(
                title,
                PersonIds.checked(contributions),
                List.copyOf(tidied.notUnderstood),
                report.timeZone(),
                report.source() == null ? null : orNull(Controls.oneLine(report.source())));
    }

    private ReportedContribution contribution(ReportedContribution read) {
        line = read.line();
        column = read.column();
        var title = line(read.title());
        if (title == null && read.title() != null) {
            notUnderstood.add(NotUnderstood.at(read, "left out: its title has nothing that can be seen"));
            return null;
        }
        var placement =
                new Placement(line(read.placement().room()), read.placement().startsAt());
        if (isOfPlaces
                && read.takesPlace()
                && (placement.room() == null) != (placement.startsAt() == null)
                && !timeless.contains(new Spot(line, column))) {
            notUnderstood.add(NotUnderstood.at(
                    read,
                    placement.room() == null
                            ? "taken, but not placed: it has a time and no room"
                            : "taken, but not placed: it has a room and no time"));
        }
        return new ReportedContribution(
                read.number(),
                read.externalId(),
                line,
                column,
                title,
                text(read.abstractText()),
                classification(read.classification()),
                read.durationMinutes(),
                read.state(),
                new People(
                        each(read.people().presenters(), this::person),
                        each(read.people().authors(), this::person),
                        each(read.people().coAuthors(), this::person)),
                each(read.links(), this::link),
                each(read.customFields(), this::field),
                placement,
                read.otherIds());
    }

    private Classification classification(Classification read) {
        return new Classification(
                line(read.code()),
                line(read.type()),
                line(read.track()),
                line(read.session()),
                line(read.language()),
                each(read.tags(), this::tag));
    }

    /** The first time counts; nulls are left out. */
    private static <T> List<T> each(List<T> list, Function<T, T> tidy) {
        return list.stream().map(tidy).filter(Objects::nonNull).distinct().toList();
    }

    private String tag(String read) {
        var tag = line(read);
        return tag == null || reportUnless(tag.length() <= LONGEST_TAG, tag, "a tag has at most 50 characters")
                ? tag
                : null;
    }

    private Link link(Link read) {
        return reportUnless(read.isToPage(), read.url(), "a link begins with http:// or https://")
                        && reportUnless(
                                read.url().length() <= LONGEST_URL, read.url(), "a link has at most 2000 characters")
                ? new Link(read.url(), line(read.title()))
                : null;
    }

    private CustomField field(CustomField read) {
        var name = line(read.name());
        return name == null ? null : new CustomField(name, text(read.value()));
    }

    private ReportedPerson person(ReportedPerson read) {
        var parts = Stream.of(read.honorific(), read.familyName(), read.givenNames(), read.affiliation())
                .map(part -> part == null ? null : Controls.oneLine(part))
                .toList();
        var raw = line(read.raw());
        return raw == null || parts.get(1).isEmpty()
                ? null
                : new ReportedPerson(
                        read.externalId(),
                        orNull(parts.get(0)),
                        parts.get(1),
                        orNull(parts.get(2)),
                        orNull(parts.get(3)),
                        read.email(),
                        raw);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** On one line; null for nothing. */
    private String line(String read) {
        if (read == null) {
            return null;
        }
        var tidy = Controls.oneLine(read);
        reportUnless(!Controls.haveDirections(read), tidy, DIRECTIONS);
        return orNull(tidy);
    }

    private String text(String read) {
        reportUnless(!Controls.haveDirections(read), Controls.oneLine(read), DIRECTIONS);
        return Controls.lines(read);
    }

    private boolean reportUnless(boolean usable, String text, String reason) {
        if (!usable) {
            notUnderstood.add(NotUnderstood.in(line, column, text, reason));
        }
        return usable;
    }
}
