package dev.lectern.catalog.contribution;

import dev.lectern.catalog.presenter.Presenter;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;

/** A presenter as everyone may see them. */
public record ListedPresenter(UUID id, String name, String affiliation) {

    /** Without a query for those that the session has read. */
    static List<ListedPresenter> inOrder(List<UUID> ids) {
        return Presenter.getEntityManager()
                .unwrap(Session.class)
                .findMultiple(Presenter.class, ids, SessionCheckMode.ENABLED)
                .stream()
                .map(ListedPresenter::of)
                .toList();
    }

    private static ListedPresenter of(Presenter presenter) {
        return new ListedPresenter(
                presenter.id(), presenter.name().displayed(), presenter.name().affiliation());
    }
}
