package dev.lectern.schedule.imports;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;

/** What becomes of talks that earlier files had placed and this one has not. */
enum Missing {
    KEEP,
    UNSCHEDULE;

    /** @param name null for keeping them */
    static Missing named(String name) {
        if (name == null || name.equals("keep")) {
            return KEEP;
        }
        if (name.equals("unschedule")) {
            return UNSCHEDULE;
        }
        throw Refused.invalid(Fault.inParameter("missing", "Either keep or unschedule"));
    }
}
