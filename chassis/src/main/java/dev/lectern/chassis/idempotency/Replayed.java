package dev.lectern.chassis.idempotency;

/** Ends a transaction that has nothing left to do, and becomes the answer. */
class Replayed extends RuntimeException {

    private final transient KeptAnswer answer;

    Replayed(KeptAnswer answer) {
        super("answered before");
        this.answer = answer;
    }

    KeptAnswer answer() {
        return answer;
    }
}
