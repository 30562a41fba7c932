package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Free tags, kept as written but for space around them. None twice, whatever the case of its letters. */
public final class Tags {

    private static final int MOST = 20;
    private static final int LONGEST = 50;

    private Tags() {}

    /**
     * @param given null for none
     * @param pointer the member that has them, as a JSON pointer
     * @throws Refused 400, with everything that is wrong with them
     */
    public static List<String> read(List<String> given, String pointer) {
        return read(given, pointer, MOST);
    }

    /** Reads tags where there may be more, or only fewer. */
    public static List<String> read(List<String> given, String pointer, int most) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > most) {
            throw Refused.invalid(Fault.at(pointer, "At most " + most));
        }
        var faults = new ArrayList<Fault>();
        var known = new HashSet<String>();
        var tags = new ArrayList<String>();
        for (var index = 0; index < given.size(); index++) {
            var tag = given.get(index) == null ? "" : given.get(index).strip();
            var problem = problem(tag, known);
            if (problem != null) {
                faults.add(Fault.at(pointer + "/" + index, problem));
            }
            tags.add(tag);
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return tags;
    }

    private static String problem(String tag, Set<String> known) {
        if (tag.isEmpty() || tag.length() > LONGEST) {
            return "1 to " + LONGEST + " characters";
        }
        return known.add(tag.toLowerCase(Locale.ROOT)) ? null : "This is named twice";
    }
}
