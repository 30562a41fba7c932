package dev.lectern.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A report without what nobody could use or edit, each such thing reported. */
final class Tidied {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TAG = 50;

    private final List<NotUnderstood> notUnderstood;

    private Tidied(List<NotUnderstood> notUnderstood) {
        this.notUnderstood = notUnderstood;
    }

    static ContributionReport of(ContributionReport report) {
        var tidied = new Tidied(new ArrayList<>(report.notUnderstood()));
        var contributions =
                report.contributions().stream().map(tidied::contribution).toList();
        tidied.notUnderstood.sort(Comparator.comparingInt(NotUnderstood::line));
        return new ContributionReport(report.title(), contributions, List.copyOf(tidied.notUnderstood));
    }

    private ReportedContribution contribution(ReportedContribution read) {
        var kind = read.classification();
        return new ReportedContribution(
                read.number(),
                read.externalId(),
                read.line(),
                read.title(),
                read.abstractText(),
                new Classification(
                        kind.code(),
                        kind.type(),
                        kind.track(),
                        kind.session(),
                        kind.language(),
                        kind.tags().stream()
                                .distinct()
                                .filter(tag -> isTag(tag, read.line()))
                                .toList()),
                read.durationMinutes(),
                read.state(),
                read.people(),
                read.links().stream()
                        .distinct()
                        .filter(link -> isLink(link, read.line()))
                        .toList(),
                read.customFields(),
                read.placement());
    }

    private boolean isTag(String tag, int line) {
        return keepIf(tag.length() <= LONGEST_TAG, line, tag, "a tag has at most " + LONGEST_TAG + " characters");
    }

    private boolean isLink(Link link, int line) {
        return keepIf(link.leadsToThePublicWeb(), line, link.url(), "a link begins with http:// or https://")
                && keepIf(link.url().length() <= LONGEST_URL, line, link.url(), "a link has at most 2000 characters");
    }

    private boolean keepIf(boolean usable, int line, String text, String reason) {
        if (!usable) {
            notUnderstood.add(NotUnderstood.in(line, text, reason));
        }
        return usable;
    }
}
