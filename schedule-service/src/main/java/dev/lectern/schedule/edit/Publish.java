package dev.lectern.schedule.edit;

/** Makes the agenda public. A schedule that is public already stays as it is. */
public record Publish() implements Operation {

    @Override
    public void apply(Edit edit) {
        if (!edit.schedule().isPublished()) {
            edit.schedule().publish(edit.at());
        }
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
