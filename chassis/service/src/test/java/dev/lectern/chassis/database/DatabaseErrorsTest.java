package dev.lectern.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DatabaseErrorsTest {

    private static final PSQLException TAKEN = refusal("23505", "slug_is_unique");

    @Test
    void aConstraintIsNamed() {
        assertThat(DatabaseErrors.constraint(new PersistenceException(TAKEN))).contains("slug_is_unique");
    }

    @Test
    void aConstraintThatABatchRanIntoIsNamed() {
        var batch = new BatchUpdateException("aborted", "23505", 0, new int[0], TAKEN);

        assertThat(DatabaseErrors.constraint(new PersistenceException(batch))).contains("slug_is_unique");
        assertThat(DatabaseErrors.isTransient(new PersistenceException(batch))).isFalse();
    }

    @Test
    void whatIsNoConstraintHasNoName() {
        assertThat(DatabaseErrors.constraint(new PSQLException(new ServerErrorMessage("SERROR\0C40P01\0"))))
                .isEmpty();
        assertThat(DatabaseErrors.constraint(new IllegalStateException())).isEmpty();
    }

    /** As PostgreSQL says it on the wire: fields that begin with a letter and end with a zero. */
    private static PSQLException refusal(String state, String constraint) {
        return new PSQLException(
                new ServerErrorMessage("SERROR\0C%s\0Mduplicate key\0n%s\0".formatted(state, constraint)));
    }
}
