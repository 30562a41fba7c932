package dev.lectern.catalog.contribution;

import dev.lectern.catalog.presenter.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An author. They are named, and neither told anything nor placed anywhere: who presents is a presenter.
 *
 * @param listed the person as a file has it, {@code Prof. SEOANE, Beatriz (Paris-Saclay University)}; made of the other
 * members where none was given
 */
public record Person(
        @Size(max = 50, message = "At most 50 characters") String honorific,

        @NotBlank(message = "This must not be empty") @Size(max = 200, message = "At most 200 characters")
        String familyName,

        @Size(max = 200, message = "At most 200 characters") String givenNames,
        @Size(max = 500, message = "At most 500 characters") String affiliation,

        @Size(max = 1000, message = "At most 1000 characters")
        String listed) {

    public Person {
        if (listed == null || listed.isBlank()) {
            listed = new PersonName(honorific, familyName, givenNames, affiliation).listed();
        }
    }

    /** As it is displayed. */
    String name() {
        return new PersonName(null, familyName, givenNames, null).displayed();
    }

    /** Whether they bear this name, in any case, and are not known to be elsewhere. */
    boolean mayBe(PersonName name) {
        return name().equalsIgnoreCase(name.displayed())
                && (affiliation == null
                        || name.affiliation() == null
                        || affiliation.equalsIgnoreCase(name.affiliation()));
    }
}
