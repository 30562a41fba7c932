package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.ErasePresenter;
import dev.lectern.schedule.edit.MergePresenter;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.PresenterErased;
import dev.lectern.schedule.replica.PresenterMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Where a presenter becomes another one, or nobody, that is a change of the schedule which nobody is told of: what they
 * were told goes on, or is not for them any more.
 */
@ApplicationScoped
class Succession {

    private final Editing editing;

    Succession(Editing editing) {
        this.editing = editing;
    }

    void follow(@Observes PresenterMerged merged) {
        change(merged.conference(), new MergePresenter(merged.presenter(), merged.into()));
    }

    void forget(@Observes PresenterErased erased) {
        change(erased.conference(), new ErasePresenter(erased.presenter()));
    }

    /** A conference that is not known yet, or no longer there, has no schedule that could change. */
    private void change(UUID conference, Operation operation) {
        var known = Conferences.get(conference);
        if (known != null && !known.isDeleted()) {
            editing.apply(conference, Signature.of(null, false), operation);
        }
    }
}
