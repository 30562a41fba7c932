package dev.lectern.schedule.room;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Free tags that say what a room has, kept as written but for space around them. None twice, whatever the case of its letters. */
final class Features {

    private static final int MOST = 20;
    private static final int LONGEST = 50;
    private static final String POINTER = "/features";

    private Features() {}

    /** @throws Refused 400, with everything that is wrong with them */
    static List<String> read(List<String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST) {
            throw Refused.invalid(Fault.at(POINTER, "At most " + MOST + " features"));
        }
        var faults = new ArrayList<Fault>();
        var known = new HashSet<String>();
        var features = new ArrayList<String>();
        for (var index = 0; index < given.size(); index++) {
            var feature = given.get(index) == null ? "" : given.get(index).strip();
            var problem = problem(feature, known);
            if (problem != null) {
                faults.add(Fault.at(POINTER + "/" + index, problem));
            }
            features.add(feature);
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return features;
    }

    private static String problem(String feature, Set<String> known) {
        if (feature.isEmpty() || feature.length() > LONGEST) {
            return "1 to " + LONGEST + " characters";
        }
        return known.add(feature.toLowerCase(Locale.ROOT)) ? null : "That feature is named twice";
    }
}
