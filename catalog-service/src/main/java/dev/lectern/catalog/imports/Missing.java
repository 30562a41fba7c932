package dev.lectern.catalog.imports;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;

/** What becomes of contributions that earlier files had and this one has not. */
enum Missing {
    KEEP,
    WITHDRAW;

    /** @param name null for keeping them */
    static Missing named(String name) {
        if (name == null || name.equals("keep")) {
            return KEEP;
        }
        if (name.equals("withdraw")) {
            return WITHDRAW;
        }
        throw Refused.invalid(Fault.inParameter("missing", "Either keep or withdraw"));
    }
}
