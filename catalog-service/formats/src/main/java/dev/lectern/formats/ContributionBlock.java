package dev.lectern.formats;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The lines of one contribution. They are taken from both ends: number, type, title and date from the front, labels and
 * custom fields from the back, since the text may hold lines that look like labels. What is left is the abstract.
 */
final class ContributionBlock {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    // "Monday, 1 March 2027 11:00 (1 hour 30 minutes)": in any language there is a year, and time and duration end the
    // line. What is not scheduled may have its duration alone.
    private static final Pattern DATE = Pattern.compile(
            "(?:.*(?:19|20)[0-9]{2}.{1,25}?[0-9]{1,2}[:.h][0-9]{2}(?: ?[AaPp]\\.?[Mm]\\.?)? ?)?\\((?<duration>[^()]+)\\)");
    private static final int LONGEST_DATE = 120;
    private static final Pattern FIELD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final int LONGEST_FIELD_NAME = 200;

    private final List<ReportLine> lines;
    private final List<NotUnderstood> notUnderstood;
    private final Map<ReportLabel, ReportLine> labels = new EnumMap<>(ReportLabel.class);
    private final Deque<CustomField> customFields = new ArrayDeque<>();
    private int first;
    private int end;

    ContributionBlock(List<ReportLine> lines, List<NotUnderstood> notUnderstood) {
        this.lines = lines;
        this.notUnderstood = notUnderstood;
        end = lines.size();
    }

    ReportedContribution read() throws InvalidReport {
        takeHeading();
        var number = number();
        takeLabels();
        var title = takeTitle(number);
        var minutes = takeDuration();
        takeCustomFields();
        return new ReportedContribution(
                number,
                null,
                lines.get(0).number(),
                title,
                takeAbstract(),
                classification(),
                minutes,
                null,
                new People(people(ReportLabel.PRESENTERS), people(ReportLabel.AUTHORS), people(ReportLabel.CO_AUTHORS)),
                List.of(),
                List.copyOf(customFields),
                Placement.NONE);
    }

    private void takeHeading() {
        for (var label : List.of(ReportLabel.ID, ReportLabel.CODE, ReportLabel.TYPE)) {
            skipBlankLines();
            if (first < end && ReportLabel.of(lines.get(first)) == label) {
                labels.put(label, lines.get(first++));
            }
        }
    }

    private int number() {
        var id = ReportLabel.valueIn(labels.get(ReportLabel.ID));
        if (!NUMBER.matcher(id).matches()) {
            throw new InvalidReport(lines.get(0).number(), "A contribution ID is a whole number from 1 to 999999999");
        }
        return Integer.parseInt(id);
    }

    private static boolean isBefore(ReportLabel label, ReportLabel other) {
        return other == null || label.compareTo(other) < 0;
    }

    /**
     * Upwards, in the order that they have in all reports, each once; unknown ones are believed only below one that is
     * known.
     */
    private void takeLabels() {
        var unknown = new ArrayList<ReportLine>();
        ReportLabel above = null;
        for (var i = end - 1; i >= first; i--) {
            var line = lines.get(i);
            var label = ReportLabel.of(line);
            if (label != null
                    && label.isBelowText()
                    && isBefore(label, above)
                    && labels.putIfAbsent(label, line) == null) {
                above = label;
                unknown.forEach(it -> note(it, "unknown label"));
                unknown.clear();
                end = i;
            } else if (label == null && ReportLabel.isLikely(line)) {
                unknown.add(line);
            } else if (!line.isBlank()) {
                return;
            }
        }
    }

    private String takeTitle(int number) {
        skipBlankLines();
        if (first == end) {
            throw new InvalidReport(lines.get(0).number(), "Contribution " + number + " ends before its title");
        }
        var title = new StringJoiner(" ");
        do {
            title.add(lines.get(first++).text().strip());
        } while (first < end && !lines.get(first).isBlank() && minutesIn(lines.get(first)) == 0);
        return title.toString();
    }

    private Integer takeDuration() {
        skipBlankLines();
        var minutes = first < end ? minutesIn(lines.get(first)) : 0;
        first += minutes > 0 ? 1 : 0;
        return minutes > 0 ? minutes : null;
    }

    /** The minutes of a line with date, time and duration; 0 for any other line. */
    private static int minutesIn(ReportLine line) {
        if (line.text().length() > LONGEST_DATE) {
            return 0;
        }
        var date = DATE.matcher(line.plain());
        return date.matches() ? ReportWords.minutes(date.group("duration")) : 0;
    }

    /**
     * From the first line in bold that stands alone, all is custom fields: such a line is the name of one. Those
     * without a value say nothing.
     */
    private void takeCustomFields() {
        for (var i = end - 1; i >= first; i--) {
            var name = FIELD.matcher(lines.get(i).text().strip());
            if (isAlone(i) && name.matches() && name.group(1).length() <= LONGEST_FIELD_NAME) {
                var value = text(i + 1, end);
                if (!value.isEmpty()) {
                    customFields.addFirst(new CustomField(name.group(1).strip(), value));
                }
                end = i;
            }
        }
    }

    private boolean isAlone(int i) {
        return (i == first || lines.get(i - 1).isBlank())
                && (i + 1 == end || lines.get(i + 1).isBlank());
    }

    private String takeAbstract() {
        while (first < end && lines.get(end - 1).isBlank()) {
            end--;
        }
        if (first < end && ReportLabel.isLikely(lines.get(end - 1))) {
            note(lines.get(end - 1), "looks like a label, kept in the abstract");
        }
        return text(first, end);
    }

    /** Exactly, but without blank lines around it. */
    private String text(int from, int to) {
        var start = from;
        var stop = to;
        while (start < stop && lines.get(start).isBlank()) {
            start++;
        }
        while (start < stop && lines.get(stop - 1).isBlank()) {
            stop--;
        }
        return lines.subList(start, stop).stream().map(ReportLine::text).collect(joining("\n"));
    }

    private Classification classification() {
        return new Classification(
                value(ReportLabel.CODE),
                value(ReportLabel.TYPE),
                value(ReportLabel.TRACK),
                value(ReportLabel.SESSION),
                null,
                List.of());
    }

    private String value(ReportLabel label) {
        var line = labels.get(label);
        var value = line == null ? "" : ReportLabel.valueIn(line);
        return ReportWords.isUnspecified(value) ? null : value;
    }

    private List<ReportedPerson> people(ReportLabel label) {
        var line = labels.get(label);
        if (line == null) {
            return List.of();
        }
        var people = ReportLabel.valueIn(line);
        if (people.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum() != 0) {
            note(line, "parentheses do not match");
        }
        return ReportedPerson.parseList(people);
    }

    private void note(ReportLine line, String reason) {
        notUnderstood.add(NotUnderstood.at(line, reason));
    }

    private void skipBlankLines() {
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
    }
}
