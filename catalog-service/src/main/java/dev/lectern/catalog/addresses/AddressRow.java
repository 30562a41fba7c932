package dev.lectern.catalog.addresses;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;

/**
 * One line of the file: whom it names, by a contribution's number, by name or by both, and their address. Cells are
 * {@code ""} when empty.
 */
record AddressRow(int line, String number, String name, String email) {

    boolean isSkipped() {
        return email.isEmpty();
    }

    Refused refused(String detail) {
        return Refused.invalid(Fault.inLine(line, detail));
    }
}
