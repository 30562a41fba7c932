package dev.lectern.chassis.idempotency;

/**
 * The answer to a POST, to be given again.
 *
 * @param location null where the answer has none, like {@code entityTag}
 */
record KeptAnswer(int status, String location, String entityTag, byte[] body) {}
