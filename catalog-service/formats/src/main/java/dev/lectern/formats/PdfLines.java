package dev.lectern.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts the words of a report's pages back into the lines of its text: without what runs along the margins, and with
 * lines that were broken joined.
 */
final class PdfLines {

    /** Parts of the page's height: above and below are running headers and page numbers. */
    private static final float HEADER = 0.055f;

    private static final float FOOTER = 0.885f;
    private static final float TITLE_SIZE = 14;
    private static final float FIELD_SIZE = 10.5f;

    /** How many sizes of the letters lines may be apart; what is further apart is another paragraph. */
    private static final float PARAGRAPH = 1.6f;

    /** How many sizes of the letters are between the words of a line. */
    private static final float BLANK = 0.1f;

    /** No text that is taken is longer. */
    private static final int LONGEST = 100_000;

    private static final Pattern URL = Pattern.compile("URL ?: ?\\S+");
    private static final Pattern BROKEN_WORD = Pattern.compile("[^-]*\\p{L}-");

    private record Line(int page, List<PdfWord> words) {

        String text() {
            var text = new StringBuilder();
            for (var i = 0; i < words.size(); i++) {
                var isApart = i > 0 && words.get(i).left() - words.get(i - 1).right() > BLANK * size();
                text.append(isApart ? " " : "").append(words.get(i).text());
            }
            return text.toString();
        }

        float y() {
            return words.get(words.size() - 1).y();
        }

        float right() {
            return words.get(words.size() - 1).right();
        }

        float size() {
            return words.get(words.size() - 1).size();
        }

        boolean isBold() {
            return words.stream().allMatch(PdfWord::isBold);
        }

        boolean isTitle() {
            return size() >= TITLE_SIZE && words.get(0).isBold();
        }

        boolean isField() {
            return isBold() && size() >= FIELD_SIZE && !isTitle();
        }
    }

    private final List<PdfPage> pages;
    private final double[] margins;
    private final List<ReportLine> report = new ArrayList<>();

    PdfLines(List<PdfPage> pages) {
        this.pages = pages;
        this.margins = pages.stream().mapToDouble(PdfLines::margin).toArray();
    }

    List<ReportLine> read() {
        var lines = IntStream.range(0, pages.size())
                .boxed()
                .flatMap(i -> lines(i + 1, pages.get(i)).stream())
                .toList();
        Line last = null;
        for (var line : lines) {
            add(last, line);
            last = line;
        }
        return report;
    }

    private static List<Line> lines(int number, PdfPage page) {
        var lines = new ArrayList<Line>();
        for (var word : page.words()) {
            var isMargin = number > 1 && (word.y() < HEADER * page.height() || word.y() > FOOTER * page.height());
            if (isMargin) {
                continue;
            }
            if (lines.isEmpty() || !isBeside(lines.get(lines.size() - 1), word)) {
                lines.add(new Line(number, new ArrayList<>()));
            }
            lines.get(lines.size() - 1).words().add(word);
        }
        lines.forEach(line -> line.words().sort(Comparator.comparing(PdfWord::left)));
        lines.removeIf(line -> URL.matcher(line.text()).matches());
        return lines;
    }

    /** Large signs of formulas hang above the line that they are in. */
    private static boolean isBeside(Line line, PdfWord word) {
        var last = line.words().get(line.words().size() - 1);
        var distance = Math.abs(word.y() - last.y());
        return distance < Math.max(word.size(), last.size()) * (last.isMaths() || word.isMaths() ? 1f : 0.4f);
    }

    private void add(Line before, Line line) {
        if (before != null && isContinued(before, line) && lastLength() < LONGEST) {
            join(line);
            return;
        }
        var isApart = before == null || isApart(before, line);
        if (isApart) {
            report.add(new ReportLine(line.page(), ""));
        }
        var text = line.isField() ? "**" + line.text() + "**" : line.text();
        report.add(new ReportLine(line.page(), text));
        if (line.isField()) {
            report.add(new ReportLine(line.page(), ""));
        }
    }

    private int lastLength() {
        return report.get(report.size() - 1).text().length();
    }

    private boolean isContinued(Line before, Line line) {
        if (before.isTitle() || line.isTitle()) {
            return before.isTitle() && line.isTitle() && before.page() == line.page() && !isHeading(line);
        }
        return !isApart(before, line) && !before.isField() && !line.isField() && isFull(before, line);
    }

    private static boolean isHeading(Line line) {
        return ReportWords.isTitle(line.text());
    }

    /** Whether the next word had no more room in it. */
    private boolean isFull(Line before, Line line) {
        var next = line.words().get(0);
        return before.right() + (next.right() - next.left()) + before.size() / 2 > margins[before.page() - 1];
    }

    private static double margin(PdfPage page) {
        return page.words().stream().mapToDouble(PdfWord::right).max().orElse(0);
    }

    private boolean isApart(Line before, Line line) {
        if (before.page() != line.page()) {
            return !isFull(before, line) || ReportLabel.of(new ReportLine(line.page(), line.text())) == ReportLabel.ID;
        }
        return before.isTitle() != line.isTitle() || line.y() - before.y() > PARAGRAPH * line.size();
    }

    private void join(Line line) {
        var last = report.remove(report.size() - 1);
        var isBroken = BROKEN_WORD
                        .matcher(last.text().substring(last.text().lastIndexOf(' ') + 1))
                        .matches()
                && Character.isLowerCase(line.text().codePointAt(0));
        var joined = isBroken
                ? last.text().substring(0, last.text().length() - 1) + line.text()
                : last.text() + " " + line.text();
        report.add(new ReportLine(last.number(), joined));
    }
}
