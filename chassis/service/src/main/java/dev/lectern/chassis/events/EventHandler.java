package dev.lectern.chassis.events;

import java.util.List;

/**
 * What a service does with the events of one topic. It runs in the transaction of a batch and may run again with the
 * same events, or with older ones: it writes only where the stored revision is lower.
 */
public interface EventHandler<E> {

    Topic<E> topic();

    /** Takes the locks that the events of a batch need, in an order that all transactions share. */
    default void lock(List<E> events) {}

    /** Takes in events, each of another key. */
    void accept(List<E> events);
}
