package dev.lectern.catalog.imports;

import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.presenter.PersonName;

/**
 * Someone whom a file names, wherever it does so.
 *
 * @param email null where the file says none
 * @param line where it first does, from 1
 * @param raw as it has them there
 */
record FilePerson(PersonKey key, PersonName name, String email, int line, String raw) {

    boolean hasId() {
        return key.externalId() != null;
    }

    Spelling spelling() {
        return Spelling.of(name);
    }

    /** With all that is said in the other place too; the first one counts. */
    FilePerson and(FilePerson other) {
        return new FilePerson(
                key, name.honorific() == null ? other.name : name, email == null ? other.email : email, line, raw);
    }

    Doubt doubt(String reason) {
        return new Doubt(line, raw, reason);
    }
}
