package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;

/** What files said of a presenter last. {@code email} is the last address that any of them said, and null in rows of earlier releases. */
record ImportedPerson(
        String honorific,
        String familyName,
        String givenNames,
        String affiliation,

        @JsonProperty(isRequired = OptBoolean.FALSE) String email) {

    static ImportedPerson of(PersonName name, String email) {
        return name == null
                ? null
                : new ImportedPerson(name.honorific(), name.familyName(), name.givenNames(), name.affiliation(), email);
    }

    PersonName name() {
        return new PersonName(honorific, familyName, givenNames, affiliation);
    }
}
