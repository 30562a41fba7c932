package dev.lectern.catalog.contribution;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.catalog.presenter.Presenter;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;

/** A presenter as everyone may see them; {@code mergedIds} are those whom they were known as before. */
public record ListedPresenter(
        UUID id,
        String name,
        String affiliation,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<UUID> mergedIds) {

    /** Without a query for those that the session has read. */
    public static List<ListedPresenter> inOrder(List<UUID> ids) {
        return Presenter.getEntityManager()
                .unwrap(Session.class)
                .findMultiple(Presenter.class, ids, SessionCheckMode.ENABLED)
                .stream()
                .map(ListedPresenter::of)
                .toList();
    }

    /** Presenters of the past, as whom they are known today; who has been erased since is left out. */
    static List<ListedPresenter> today(List<UUID> ids) {
        return Presenter.today(ids).stream()
                .map(presenter -> new ListedPresenter(
                        presenter.id(),
                        presenter.name().displayed(),
                        presenter.name().affiliation(),
                        List.of()))
                .toList();
    }

    private static ListedPresenter of(Presenter presenter) {
        return new ListedPresenter(
                presenter.id(), presenter.name().displayed(), presenter.name().affiliation(), presenter.mergedIds());
    }
}
