package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.Presenter;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the presenters of a conference are called, by their ids. */
record PresenterNames(Map<UUID, Presenter> presenters) {

    static PresenterNames of(Collection<Presenter> presenters) {
        return new PresenterNames(presenters.stream().collect(Collectors.toMap(Presenter::id, Function.identity())));
    }

    /** "" for one who is not there any more. */
    String of(UUID id) {
        var presenter = presenters.get(id);
        return presenter == null ? "" : presenter.name().displayed();
    }
}
