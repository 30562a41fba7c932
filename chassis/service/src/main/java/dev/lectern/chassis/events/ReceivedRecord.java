package dev.lectern.chassis.events;

import java.io.IOException;

/** A record as it came from the broker. {@code type} is its CloudEvents type, null where the producer gave none. */
record ReceivedRecord(String topic, int partition, long offset, String key, String type, byte[] payload) {

    /** A record without a type is taken for what its topic carries. */
    boolean isOf(String expected) {
        return type == null || type.equals(expected);
    }

    <E> E read(Class<E> event) {
        if (payload == null) {
            throw new NotUnderstood("a record without a value", null);
        }
        try {
            return EventJson.MAPPER.readValue(payload, event);
        } catch (IOException e) {
            throw new NotUnderstood("not a " + event.getSimpleName(), e);
        }
    }

    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String message, Exception cause) {
            super(message, cause);
        }
    }
}
