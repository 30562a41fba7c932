package dev.lectern.chassis.database;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Reads the SQLState (PostgreSQL's appendix A) out of an exception, however deep the frameworks wrapped it: a
 * constraint that is checked at commit arrives as a suppressed exception of a roll-back.
 */
public final class DatabaseErrors {

    /**
     * Connection, roll-back, resources, lock not available, operator intervention, system error: the same again may
     * well succeed.
     */
    private static final List<String> TRANSIENT = List.of("08", "40", "53", "55", "57", "58");

    private DatabaseErrors() {}

    /** Whether the same work may succeed a little later. */
    public static boolean isTransient(Throwable e) {
        return sqlException(e)
                .map(sql -> sql.getSQLState() == null
                        || TRANSIENT.contains(sql.getSQLState().substring(0, 2)))
                .orElseGet(() -> isGivenUp(e));
    }

    /** A roll-back for which no statement is to blame: the transaction's time was up. */
    private static boolean isGivenUp(Throwable e) {
        return causes(e, new HashSet<>()).anyMatch(RollbackException.class::isInstance);
    }

    /** The name of the constraint that refused, empty when it was none. The driver wraps what a batch ran into. */
    public static Optional<String> constraint(Throwable e) {
        return causes(e, new HashSet<>())
                .filter(PSQLException.class::isInstance)
                .map(sql -> ((PSQLException) sql).getServerErrorMessage())
                .filter(Objects::nonNull)
                .map(ServerErrorMessage::getConstraint)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<SQLException> sqlException(Throwable e) {
        return causes(e, new HashSet<>())
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return Stream.empty();
        }
        var deeper = Stream.concat(Stream.of(e.getSuppressed()), Stream.ofNullable(e.getCause()));
        return Stream.concat(Stream.of(e), deeper.flatMap(cause -> causes(cause, seen)));
    }
}
