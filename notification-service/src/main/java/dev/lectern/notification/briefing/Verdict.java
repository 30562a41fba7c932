package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Kind;

/**
 * What is to be done about a briefing; {@code kind} only with MAKE. All but WAIT and KEEP supersede a notice that is
 * still open.
 */
record Verdict(Step step, Kind kind) {

    enum Step {
        /** Its notice is being handed over: nothing may be judged before that has ended. */
        WAIT,
        /** Its notice already says what is true. */
        KEEP,
        /** What was told is true: what was announced up to now needs no telling. */
        SETTLE,
        /** Nobody asked to tell the difference, or nobody can be told. */
        NOTHING,
        /**
         * The reader is out, but what goes to their address is another presenter's too, whose calendar would lose it.
         */
        FORGET,
        MAKE
    }

    static final Verdict WAIT = new Verdict(Step.WAIT, null);
    static final Verdict KEEP = new Verdict(Step.KEEP, null);
    static final Verdict SETTLE = new Verdict(Step.SETTLE, null);
    static final Verdict NOTHING = new Verdict(Step.NOTHING, null);

    static final Verdict FORGET = new Verdict(Step.FORGET, null);

    static Verdict make(Kind kind) {
        return new Verdict(Step.MAKE, kind);
    }

    boolean supersedes() {
        return step != Step.WAIT && step != Step.KEEP;
    }
}
