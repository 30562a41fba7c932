package dev.lectern.schedule.edit;

import java.util.UUID;

/** Lets sessions go on without a chair of whom nothing is to be left. Nothing refuses it. */
public record ErasePresenter(UUID presenter) implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.timetable().sessionsChairedBy(presenter).forEach(session -> {
            edit.touch(session);
            session.replaceChair(presenter, null);
        });
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
