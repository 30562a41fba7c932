package dev.lectern.chassis.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who some people are today, by whatever ids they were known before: some were merged into others, some erased. */
public final class Identities {

    private final Map<UUID, Optional<UUID>> became = new HashMap<>();

    private Identities() {}

    /**
     * One look for most: of those who were merged or erased, another one for each time that it happened to them.
     *
     * @param former which of some ids are nobody's any more, and who each of these became; empty for nobody
     */
    public static Identities of(Collection<UUID> ids, Function<Set<UUID>, Map<UUID, Optional<UUID>>> former) {
        var identities = new Identities();
        for (var unknown = Set.copyOf(ids); !unknown.isEmpty(); ) {
            var found = former.apply(unknown);
            identities.became.putAll(found);
            unknown = found.values().stream()
                    .flatMap(Optional::stream)
                    .filter(next -> !identities.isFormer(next))
                    .collect(Collectors.toSet());
        }
        return identities;
    }

    /** Each once, in their order, without those who were erased. */
    public List<UUID> today(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> today(id).stream()).distinct().toList();
    }

    /** Empty for who was erased. */
    public Optional<UUID> today(UUID id) {
        return Optional.of(traced(id)).filter(last -> !isFormer(last));
    }

    /**
     * The last id that they had: that of today, or of then for who was erased.
     *
     * @throws IllegalStateException when they were merged into themselves, at first or second hand
     */
    public UUID traced(UUID id) {
        var last = id;
        var passed = new HashSet<UUID>();
        for (var next = became.get(last); next != null && next.isPresent(); next = became.get(last)) {
            if (!passed.add(last)) {
                throw new IllegalStateException("somebody is merged into themselves, at first or second hand");
            }
            last = next.get();
        }
        return last;
    }

    /** Whether nobody has this id any more: they were merged or erased. */
    public boolean isFormer(UUID id) {
        return became.containsKey(id);
    }

    public boolean isErased(UUID id) {
        return today(id).isEmpty();
    }
}
