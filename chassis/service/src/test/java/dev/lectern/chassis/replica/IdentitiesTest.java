package dev.lectern.chassis.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carl = UUID.randomUUID();
    private final Map<UUID, Optional<UUID>> became = new HashMap<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whoWasMergedIsWhoTheyWereMergedInto() {
        became.put(ada, Optional.of(bob));
        became.put(bob, Optional.of(carl));

        var identities = Identities.of(List.of(ada, carl), this::former);

        assertThat(identities.today(List.of(ada, carl))).containsExactly(carl);
        assertThat(identities.isFormer(ada)).isTrue();
        assertThat(identities.isErased(ada)).isFalse();
        assertThat(looks).hasValue(3);
    }

    @Test
    void whoWasErasedIsNobodyAndSoIsWhoWasMergedIntoThem() {
        became.put(ada, Optional.of(bob));
        became.put(bob, Optional.empty());

        var identities = Identities.of(List.of(ada, carl), this::former);

        assertThat(identities.today(List.of(ada, carl))).containsExactly(carl);
        assertThat(identities.traced(ada)).isEqualTo(bob);
        assertThat(identities.isErased(ada)).isTrue();
    }

    @Test
    void nobodyIsMergedIntoThemselves() {
        became.put(ada, Optional.of(bob));
        became.put(bob, Optional.of(ada));

        var identities = Identities.of(List.of(ada), this::former);

        assertThatThrownBy(() -> identities.today(ada)).isInstanceOf(IllegalStateException.class);
    }

    private Map<UUID, Optional<UUID>> former(Set<UUID> ids) {
        looks.incrementAndGet();
        return ids.stream().filter(became::containsKey).collect(Collectors.toMap(id -> id, became::get));
    }
}
