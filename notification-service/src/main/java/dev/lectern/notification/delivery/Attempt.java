package dev.lectern.notification.delivery;

/**
 * How an attempt ended.
 *
 * @param reply what the mail server said last, or in a few words why it said nothing
 */
record Attempt(Verdict verdict, String reply) {

    /** The reply's code, {@code none} without one. Unlike the reply it names nobody, so it may be logged. */
    String code() {
        return reply.matches("(?s)\\d{3}.*") ? reply.substring(0, 3) : "none";
    }

    /** Whether the server said nothing to the point: silence, a cut, no connection, or that it is closing (421). */
    boolean isUnanswered() {
        return code().equals("none") || code().equals("421");
    }

    /** The class of the reply's code (RFC 5321, section 4.2.1) as {@code 2xx}, {@code none} without one. */
    String answer() {
        var code = code();
        return code.equals("none") ? code : code.charAt(0) + "xx";
    }
}
