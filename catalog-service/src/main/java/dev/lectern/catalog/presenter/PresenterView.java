package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** A presenter as organisers see them, with the numbers of their contributions in order. */
record PresenterView(
        UUID id,
        @JsonUnwrapped ShownName shown,
        String email,
        String locale,
        Integer changeoverMinutes,
        List<Integer> contributions,
        long revision) {

    /** The view of a presenter who was erased. */
    static PresenterView blank(UUID id, long revision) {
        return new PresenterView(id, ShownName.NONE, null, null, null, List.of(), revision);
    }

    static PresenterView of(Presenter presenter, List<Integer> contributions) {
        return new PresenterView(
                presenter.id(),
                ShownName.of(presenter.name()),
                presenter.email(),
                presenter.locale(),
                presenter.changeoverMinutes(),
                contributions,
                presenter.revision());
    }
}
