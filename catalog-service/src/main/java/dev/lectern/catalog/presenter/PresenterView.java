package dev.lectern.catalog.presenter;

import java.util.List;
import java.util.UUID;

/** A presenter as organisers see them, with the numbers of their contributions in order. */
record PresenterView(
        UUID id,
        String honorific,
        String familyName,
        String givenNames,
        String name,
        String affiliation,
        String email,
        String locale,
        Integer changeoverMinutes,
        List<Integer> contributions,
        long revision) {

    /** The view of a presenter who was erased. */
    static PresenterView blank(UUID id, long revision) {
        return new PresenterView(id, null, "", null, "", null, null, null, null, List.of(), revision);
    }

    static PresenterView of(Presenter presenter, List<Integer> contributions) {
        var name = presenter.name();
        return new PresenterView(
                presenter.id(),
                name.honorific(),
                name.familyName(),
                name.givenNames(),
                name.displayed(),
                name.affiliation(),
                presenter.email(),
                presenter.locale(),
                presenter.changeoverMinutes(),
                contributions,
                presenter.revision());
    }
}
