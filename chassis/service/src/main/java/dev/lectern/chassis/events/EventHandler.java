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

    /**
     * Some of what is stored with lower revisions, at most so many: the events by which its service, which was restored
     * and knows nothing of it any more, would tell that it is gone. They have this revision.
     *
     * @return fewer than {@code most} when there are no more
     */
    List<E> gone(long revision, int most);
}
