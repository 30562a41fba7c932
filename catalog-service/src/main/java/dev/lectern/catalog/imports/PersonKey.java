package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.PersonName;
import java.util.UUID;

/**
 * By what a file tells people apart: an id, else name and affiliation to the letter.
 *
 * @param known one who presents the contribution already, where that alone tells whom of several the file means; else
 * null
 */
record PersonKey(String externalId, String name, String affiliation, UUID known) {

    static PersonKey of(PersonName name) {
        return new PersonKey(null, name.displayed(), name.affiliation(), null);
    }

    static PersonKey ofId(String externalId) {
        return new PersonKey(externalId, null, null, null);
    }
}
