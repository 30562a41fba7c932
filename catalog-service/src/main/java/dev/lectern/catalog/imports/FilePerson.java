package dev.lectern.catalog.imports;

import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.formats.ReportedPerson;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Someone whom a file names, wherever it does so.
 *
 * @param email null where the file says none
 * @param line where it first does, from 1
 * @param raw as it has them there
 * @param beside who presented the same contributions so far
 */
record FilePerson(PersonKey key, PersonName name, String email, int line, String raw, Set<UUID> beside) {

    /** The id in Lectern that they may have been exported with. */
    Optional<UUID> ownId() {
        return ReportedPerson.ownId(key.externalId());
    }

    boolean hasId() {
        return key.externalId() != null;
    }

    Spelling spelling() {
        return Spelling.of(name);
    }

    /** With all that is said in the other place too; the first one counts. */
    FilePerson and(FilePerson other) {
        return new FilePerson(
                key,
                name.honorific() == null ? other.name : name,
                email == null ? other.email : email,
                line,
                raw,
                Stream.concat(beside.stream(), other.beside.stream()).collect(Collectors.toSet()));
    }

    Doubt doubt(String reason) {
        return new Doubt(line, raw, reason);
    }

    Doubt doubt(String reason, Doubt.Merge merge) {
        return new Doubt(line, raw, reason, merge);
    }
}
