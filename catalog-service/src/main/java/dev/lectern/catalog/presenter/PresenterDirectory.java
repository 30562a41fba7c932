package dev.lectern.catalog.presenter;

import dev.lectern.chassis.text.PersonNames;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The presenters of a conference by what people call them: an address, or a name as it is displayed or as lists have
 * it.
 */
public final class PresenterDirectory {

    private final Map<UUID, Presenter> byId = new HashMap<>();
    private final Map<String, Set<Presenter>> byName = new HashMap<>();
    private final Map<String, Set<Presenter>> byAddress = new HashMap<>();

    public PresenterDirectory(List<Presenter> presenters) {
        presenters.forEach(presenter -> {
            byId.put(presenter.id(), presenter);
            names(presenter).forEach(name -> put(byName, name, presenter));
            if (presenter.email() != null) {
                put(byAddress, presenter.email().toLowerCase(Locale.ROOT), presenter);
            }
        });
    }

    private static void put(Map<String, Set<Presenter>> index, String key, Presenter presenter) {
        index.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(presenter);
    }

    /** Null where there is none. */
    public Presenter withId(UUID id) {
        return byId.get(id);
    }

    public Set<Presenter> called(String name) {
        return byName.getOrDefault(PersonNames.folded(name), Set.of());
    }

    public Set<Presenter> at(String address) {
        return byAddress.getOrDefault(address.strip().toLowerCase(Locale.ROOT), Set.of());
    }

    public static boolean isCalled(Presenter presenter, String name) {
        return names(presenter).anyMatch(PersonNames.folded(name)::equals);
    }

    private static Stream<String> names(Presenter presenter) {
        var name = presenter.name();
        return Stream.of(name.displayed(), name.familyName() + ", " + name.givenNames())
                .limit(name.givenNames() == null ? 1 : 2)
                .map(PersonNames::folded);
    }
}
