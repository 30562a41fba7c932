package dev.lectern.formats;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a report of contributions says.
 *
 * @param title of the conference, from the cover; null when the cover has none
 * @param contributions at least one, in the order of the file, each external id or number once
 * @param notUnderstood what is not in {@code contributions} as one would expect, by line
 * @param timeZone the IANA id of the zone that the file as a whole is in; null where it names none, or an unknown one
 * @param source what the file says of its origin: the acronym of its conference, a base URL or what generated it; null
 * when it says nothing
 */
public record ContributionReport(
        String title,
        List<ReportedContribution> contributions,
        List<NotUnderstood> notUnderstood,
        String timeZone,
        String source) {

    /** The report of a file without a zone of its own, and which says nothing of its origin. */
    public ContributionReport(
            String title, List<ReportedContribution> contributions, List<NotUnderstood> notUnderstood) {
        this(title, contributions, notUnderstood, null, null);
    }

    /** This report with other contributions, and with this listed as not understood. */
    ContributionReport with(List<ReportedContribution> others, List<NotUnderstood> listed) {
        return new ContributionReport(title, others, listed, timeZone, source);
    }

    /** The report without the contributions that were deleted here: an import does not bring them back. */
    public ContributionReport without(Predicate<ReportedContribution> deleted) {
        var left = contributions.stream().filter(deleted.negate()).toList();
        var gone = contributions.stream().filter(deleted).map(NotUnderstood::deleted);
        return new ContributionReport(
                title,
                left,
                Stream.concat(notUnderstood.stream(), gone)
                        .sorted(Comparator.comparingInt(NotUnderstood::line))
                        .toList(),
                timeZone,
                source);
    }
}
