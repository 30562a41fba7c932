package dev.lectern.schedule.change;

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
