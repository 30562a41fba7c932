package dev.lectern.chassis.problem;

/** A kind of refusal. Its members are the same each time it happens. */
public interface Refusal {

    /** The status of the answer, as HTTP counts it. */
    int status();

    /** The end of the problem's type, which never changes: callers tell kinds apart by it. */
    String type();

    String title();

    /** A refusal of this kind, to be thrown; null where there is nothing more to say. */
    default Refused because(String detail) {
        return new Refused(this, detail);
    }
}
