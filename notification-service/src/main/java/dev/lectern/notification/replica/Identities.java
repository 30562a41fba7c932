package dev.lectern.notification.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who some presenters are today, whatever they were known as before. */
public final class Identities {

    private final Map<UUID, Optional<UUID>> became = new HashMap<>();

    private Identities() {}

    /** One query for most: of those who were merged or erased, another one for each time that it happened to them. */
    public static Identities of(Collection<UUID> presenters) {
        var identities = new Identities();
        for (var unknown = Set.copyOf(presenters); !unknown.isEmpty(); ) {
            var former = FormerPresenter.withIds(unknown);
            former.forEach(one -> identities.became.put(one.presenter(), Optional.ofNullable(one.became())));
            unknown = former.stream()
                    .map(FormerPresenter::became)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
        return identities;
    }

    /** All ids that one person has or had. */
    public static Set<UUID> all(UUID presenter) {
        var all = new HashSet<UUID>();
        var more = Set.of(of(Set.of(presenter)).traced(presenter));
        while (all.addAll(more)) {
            more = FormerPresenter.whoBecame(more).stream()
                    .map(FormerPresenter::presenter)
                    .collect(Collectors.toSet());
        }
        return all;
    }

    /** Empty for who was erased. */
    public Optional<UUID> today(UUID presenter) {
        var last = traced(presenter);
        return became.containsKey(last) ? Optional.empty() : Optional.of(last);
    }

    /** The last id that they had: that of today, or of then for who was erased. */
    public UUID traced(UUID presenter) {
        var last = presenter;
        for (var next = became.get(last); next != null && next.isPresent(); next = became.get(last)) {
            last = next.get();
        }
        return last;
    }

    /** Whether nobody has this id any more: they were merged or erased. */
    boolean isFormer(UUID presenter) {
        return became.containsKey(presenter);
    }

    public boolean isErased(UUID presenter) {
        return today(presenter).isEmpty();
    }
}
