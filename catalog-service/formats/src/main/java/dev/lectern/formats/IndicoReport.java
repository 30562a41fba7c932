package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads Indico's "Report of Contributions" as text: a cover, then one contribution after the other. The layout is that
 * of Indico's LaTeX template for contributions, in any of its languages. Takes time linear in the length of the text.
 */
final class IndicoReport {
    private static final int COVER_COLUMNS = 40;
    // Ten thousand contributions of fifty lines and fifty people each. They bound the memory that a hostile file takes.
    private static final int MOST_LINES = 500_000;
    private static final int MOST_PEOPLE = 500_000;

    private final List<ReportLine> lines;
    private final int[] starts;
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private IndicoReport(List<ReportLine> lines) {
        this.lines = lines;
        starts = ReportHeads.in(lines, notUnderstood);
    }

    /**
     * Line ends of any kind and a byte order mark are accepted.
     *
     * @throws InvalidReport if it is no such report or larger than sane, if a number occurs twice or is none, or if a
     *     contribution ends before its title
     */
    static ContributionReport parse(String text) throws InvalidReport {
        return parse(lines(text));
    }

    /** With their numbers. */
    static List<ReportLine> lines(String text) {
        if (text.lines().skip(MOST_LINES).findFirst().isPresent()) {
            throw new InvalidReport(MOST_LINES + 1, "A report has at most " + MOST_LINES + " lines");
        }
        if (text.chars().filter(c -> c == ';').count() > MOST_PEOPLE) {
            throw new InvalidReport(1, "A report has at most " + MOST_PEOPLE + " people, which semicolons join");
        }
        var texts = text.replaceFirst("^\uFEFF", "").lines().toList();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new ReportLine(i + 1, texts.get(i)))
                .toList();
    }

    /** Parses lines that know where they are in their file. */
    static ContributionReport parse(List<ReportLine> lines) throws InvalidReport {
        return new IndicoReport(
                        lines.stream().flatMap(IndicoReport::withHeadingsApart).toList())
                .read();
    }

    /** {@code Contribution ID: 5 Contribution code: CB-5 Type: Talk} is three lines with one number. */
    private static Stream<ReportLine> withHeadingsApart(ReportLine line) {
        return ReportLabel.of(line) != ReportLabel.ID
                ? Stream.of(line)
                : ReportWords.headings(line.plain()).map(part -> new ReportLine(line.number(), part));
    }

    private ContributionReport read() {
        var coverEnd = coverEnd();
        noteTextBeforeTheFirstContribution(coverEnd);
        var contributions = IntStream.range(0, starts.length)
                .mapToObj(i -> new ContributionBlock(block(i), notUnderstood).read())
                .map(ReportEscape::undo)
                .toList();
        refuseNumbersThatOccurTwice(contributions);
        notUnderstood.sort(Comparator.comparingInt(NotUnderstood::line));
        return new ContributionReport(title(lines.subList(0, coverEnd)), contributions, List.copyOf(notUnderstood));
    }

    private int coverEnd() {
        return IntStream.range(0, starts.length == 0 ? 0 : starts[0])
                .filter(i -> ReportWords.isTitle(lines.get(i).text()))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidReport(
                                1,
                                "Not a report of contributions: no \"Report of Contributions\" with a \"Contribution ID: …\" below"));
    }

    private void noteTextBeforeTheFirstContribution(int coverEnd) {
        lines.subList(coverEnd + 1, starts[0]).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .ifPresent(line -> notUnderstood.add(NotUnderstood.at(line, "before the first contribution")));
    }

    private List<ReportLine> block(int contribution) {
        var isLast = contribution == starts.length - 1;
        return lines.subList(starts[contribution], isLast ? lines.size() : starts[contribution + 1]);
    }

    private static void refuseNumbersThatOccurTwice(List<ReportedContribution> contributions) {
        var seen = new HashMap<Integer, Integer>();
        for (var contribution : contributions) {
            var before = seen.putIfAbsent(contribution.number(), contribution.line());
            if (before != null) {
                throw new InvalidReport(
                        contribution.line(), "Contribution " + contribution.number() + " is already in line " + before);
            }
        }
    }

    /** Lines are joined with a space, save after one that fills the cover's columns: that was cut within a word. */
    private static String title(List<ReportLine> cover) {
        var title = new StringBuilder();
        for (var line : cover) {
            var isFull = line.text().codePointCount(0, line.text().length()) == COVER_COLUMNS;
            title.append(line.text()).append(isFull ? "" : " ");
        }
        var joined = ReportLine.unmarked(PlainText.spaced(title.toString()));
        return joined.isEmpty() ? null : ReportEscape.undo(joined);
    }
}
