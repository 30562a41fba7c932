package dev.lectern.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the contributions of a report begin: at an id that is alone on its line and, as in all of Indico's reports, has
 * a code or a type below it. A report whose first contribution has neither was made by hand, and then the id is enough.
 * A line of an abstract may look like one.
 */
final class ReportHeads {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** A number, and what may become of one. More is a sentence. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\S{0,30}|.{0,5}");

    private final List<ReportLine> lines;
    private final List<NotUnderstood> notUnderstood;
    private final List<Integer> starts = new ArrayList<>();
    private boolean areTyped;
    private int title;

    private ReportHeads(List<ReportLine> lines, List<NotUnderstood> notUnderstood) {
        this.lines = lines;
        this.notUnderstood = notUnderstood;
    }

    /**
     * The indices of the lines at which contributions begin.
     *
     * @param notUnderstood is told what looks like a head and is none
     */
    static int[] in(List<ReportLine> lines, List<NotUnderstood> notUnderstood) {
        var heads = new ReportHeads(lines, notUnderstood);
        for (var i = 0; i < lines.size(); i++) {
            if (ReportLabel.of(lines.get(i)) == ReportLabel.ID) {
                heads.read(i);
            }
        }
        return heads.starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private void read(int i) {
        if (starts.isEmpty()) {
            areTyped = isTyped(i);
        }
        if (starts.isEmpty() || isHead(i)) {
            starts.add(i);
            title = title(i);
        } else {
            notUnderstood.add(NotUnderstood.at(
                    lines.get(i), "looks like the head of a contribution, kept in the text that it is in"));
        }
    }

    private boolean isHead(int i) {
        var id = ReportLabel.valueIn(lines.get(i));
        // The contribution before has no title yet.
        if (i == title) {
            return NUMBER.matcher(id).matches();
        }
        return LIKE_A_NUMBER.matcher(id).matches() && (!areTyped || isTyped(i));
    }

    private boolean isTyped(int i) {
        var next = nextText(i + 1);
        var label = next < lines.size() ? ReportLabel.of(lines.get(next)) : null;
        return label == ReportLabel.CODE || label == ReportLabel.TYPE;
    }

    /** The index of the first line of a contribution that is neither blank nor of its head. */
    private int title(int start) {
        var next = nextText(start + 1);
        while (next < lines.size() && isOfHead(next)) {
            next = nextText(next + 1);
        }
        return next;
    }

    private boolean isOfHead(int i) {
        var label = ReportLabel.of(lines.get(i));
        return label == ReportLabel.CODE || label == ReportLabel.TYPE;
    }

    private int nextText(int from) {
        var i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }
}
