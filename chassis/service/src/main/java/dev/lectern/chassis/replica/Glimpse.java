package dev.lectern.chassis.replica;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Optional;

/** A look at what is stored outside of any transaction: one question, and nothing to commit. */
public final class Glimpse {

    private Glimpse() {}

    /** @param query with the one parameter {@code ?1} */
    public static <E> Optional<E> ofFirst(Class<E> type, String query, Object parameter) {
        return Panache.getSession()
                .getSessionFactory()
                .fromSession(session -> session.createSelectionQuery(query, type)
                        .setParameter(1, parameter)
                        .setMaxResults(1)
                        .uniqueResultOptional());
    }
}
