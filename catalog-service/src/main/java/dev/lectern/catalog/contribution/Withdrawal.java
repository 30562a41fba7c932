package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.Edit;
import jakarta.validation.constraints.Size;

/** What is said about a withdrawal, or about taking one back. */
record Withdrawal(
        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce) {

    Edit by(String author) {
        return Edit.by(author, comment, internalComment, announce);
    }
}
