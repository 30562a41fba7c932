package dev.lectern.chassis.events;

/**
 * A topic that a service reads.
 *
 * @param type the CloudEvents type; records of another one are ignored and counted
 * @param event the record that a value is read into. Its constructor refuses what makes no sense.
 */
public record Topic<E>(String name, String type, Class<E> event) {

    /** The topic of an aggregate of another service, in its first version. */
    public static <E> Topic<E> of(String owner, String aggregate, Class<E> event) {
        return new Topic<>("lectern." + owner + "." + aggregate + ".v1", "dev.lectern." + aggregate + ".v1", event);
    }

    /** The service that a topic is of. */
    static String service(String topic) {
        var parts = topic.split("\\.", 3);
        return parts.length == 3 ? parts[1] : topic;
    }
}
