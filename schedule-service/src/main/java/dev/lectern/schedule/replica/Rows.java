package dev.lectern.schedule.replica;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionCheckMode;

/** Reads the rows of replicas. No question writes what the session has altered: that is never such a row. */
final class Rows {

    private Rows() {}

    /** By id, of those that there are, without a query for what the session has. */
    static <E> Map<UUID, E> withIds(Class<E> type, Collection<UUID> ids, Function<E, UUID> id) {
        return Panache.getSession().findMultiple(type, List.copyOf(Set.copyOf(ids)), SessionCheckMode.ENABLED).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(id, Function.identity()));
    }

    static <T> TypedQuery<T> query(Class<T> type, String text, Object... parameters) {
        var query = Panache.getEntityManager().createQuery(text, type).setFlushMode(FlushModeType.COMMIT);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    /** A statement writes them: whoever asks for them again is to see that. */
    static void detach(Collection<?> entities) {
        entities.forEach(Panache.getEntityManager()::detach);
    }
}
