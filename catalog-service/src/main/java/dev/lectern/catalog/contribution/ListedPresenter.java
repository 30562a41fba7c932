package dev.lectern.catalog.contribution;

import dev.lectern.catalog.presenter.Presenter;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A presenter as everyone may see them. */
public record ListedPresenter(UUID id, String name, String affiliation) {

    static List<ListedPresenter> inOrder(List<UUID> ids) {
        return Presenter.<Presenter>list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(presenter -> ids.indexOf(presenter.id())))
                .map(ListedPresenter::of)
                .toList();
    }

    private static ListedPresenter of(Presenter presenter) {
        return new ListedPresenter(
                presenter.id(), presenter.name().displayed(), presenter.name().affiliation());
    }
}
