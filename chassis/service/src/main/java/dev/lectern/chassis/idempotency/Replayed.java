package dev.lectern.chassis.idempotency;

/** Ends a transaction that has nothing left to do, and becomes the answer. */
public final class Replayed extends RuntimeException {

    private final transient KeptAnswer answer;

    Replayed(KeptAnswer answer) {
        super("answered before");
        this.answer = answer;
    }

    KeptAnswer answer() {
        return answer;
    }

    /** The answer's body. */
    public byte[] body() {
        return answer.body();
    }
}
