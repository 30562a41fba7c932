package dev.lectern.chassis.file;

import java.util.List;

/** Nothing of a file is taken, for these reasons. Services answer 400 {@code invalid-file} with all of them. */
public final class UnreadableFile extends RuntimeException {

    /**
     * What is wrong, and where.
     *
     * @param line from 1
     */
    public record Reason(int line, String detail) {}

    private final List<Reason> reasons;

    public UnreadableFile(int line, String detail) {
        this(List.of(new Reason(line, detail)));
    }

    /** @param reasons one at least; the first is the message */
    public UnreadableFile(List<Reason> reasons) {
        super(reasons.get(0).detail());
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
