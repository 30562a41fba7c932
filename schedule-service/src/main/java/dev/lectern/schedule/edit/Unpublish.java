package dev.lectern.schedule.edit;

/** Takes the agenda back. */
public record Unpublish() implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.schedule().unpublish();
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
