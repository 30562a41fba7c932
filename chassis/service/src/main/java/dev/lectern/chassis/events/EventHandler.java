package dev.lectern.chassis.events;

import java.util.List;

/**
 * What a service does with the events of one topic. It runs in the transaction of a batch and may run again with the same event, or with an
 * older one: it writes only where the stored revision is lower.
 */
public interface EventHandler<E> {

    String topic();

    /** The CloudEvents type; records of another one are ignored and counted. */
    String type();

    /** The record that the value is read into. Its constructor refuses what makes no sense. */
    Class<E> event();

    /** Takes the locks that the events need, in an order that all transactions share. */
    default void lock(List<E> events) {}

    void accept(E event);
}
