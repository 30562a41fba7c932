package dev.lectern.schedule.edit;

import java.util.UUID;

/**
 * Lets the presenter chair whom the catalog knows the same person as now, where another one did. Nothing refuses it.
 */
public record MergePresenter(UUID presenter, UUID into) implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.timetable().sessionsChairedBy(presenter).forEach(session -> {
            edit.touch(session);
            session.replaceChair(presenter, into);
        });
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
