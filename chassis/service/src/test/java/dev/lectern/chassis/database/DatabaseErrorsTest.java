package dev.lectern.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DatabaseErrorsTest {

    @Test
    void aConstraintIsNamed() {
        assertThat(DatabaseErrors.constraint(new PersistenceException(taken()))).contains("slug_is_unique");
    }

    @Test
    void aConstraintThatABatchRanIntoIsNamed() {
        var batch = new BatchUpdateException("aborted", "23505", 0, new int[0], taken());

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
    private static PSQLException taken() {
        return new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Mduplicate key\0nslug_is_unique\0"));
    }
}
