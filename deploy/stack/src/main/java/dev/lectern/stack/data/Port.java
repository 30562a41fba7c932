package dev.lectern.stack.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something of the stack that listens.
 *
 * @param offset its distance from the port base
 */
public record Port(@JsonValue String name, int offset) {

    public static final Port GATEWAY = new Port("GATEWAY", 0);
    public static final Port INBOX = new Port("INBOX", 1);
    public static final Port SMTP = new Port("SMTP", 2);
    public static final Port POSTGRES = new Port("POSTGRES", 3);
    public static final Port KAFKA = new Port("KAFKA", 4);
    public static final Port KAFKA_CONTROLLER = new Port("KAFKA_CONTROLLER", 5);

    /** As many replicas as the offsets leave room for. */
    public static final int MOST_REPLICAS = 5;

    /** How far from a busy port the search for a free one begins: beyond all others of the stack. */
    static final int SPARE = 50;

    private static final int FIRST_OF_SERVICES = 10;
    private static final int FIRST_OF_AGENDAS = 40;
    private static final List<Port> SHARED = List.of(GATEWAY, INBOX, SMTP, POSTGRES, KAFKA, KAFKA_CONTROLLER);
    private static final List<String> SERVICES = List.of("catalog", "schedule", "notification");

    /**
     * Where a service serves its API.
     *
     * @param replica from 1
     */
    public static Port http(String service, int replica) {
        return new Port(name(service, replica), offset(service, replica));
    }

    /** Where it serves health, metrics and its OpenAPI document. */
    public static Port management(String service, int replica) {
        return new Port(name(service, replica) + "_MANAGEMENT", offset(service, replica) + 1);
    }

    /** Where a replica of the schedule serves the agendas. */
    public static Port agenda(int replica) {
        return new Port(name("schedule", replica) + "_AGENDA", FIRST_OF_AGENDAS + replica - 1);
    }

    /** All ports of a stack with so many replicas of each service. */
    static List<Port> all(int replicas) {
        var ofServices = IntStream.rangeClosed(1, replicas)
                .boxed()
                .flatMap(replica -> Stream.concat(
                        SERVICES.stream()
                                .flatMap(service -> Stream.of(http(service, replica), management(service, replica))),
                        Stream.of(agenda(replica))));
        return Stream.concat(SHARED.stream(), ofServices).toList();
    }

    @JsonCreator
    static Port named(String name) {
        return all(MOST_REPLICAS).stream()
                .filter(port -> port.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no port is named " + name));
    }

    int above(int base) {
        return base + offset;
    }

    /** {@code CATALOG}, {@code CATALOG_2} */
    private static String name(String service, int replica) {
        return service.toUpperCase(Locale.ROOT) + (replica == 1 ? "" : "_" + replica);
    }

    private static int offset(String service, int replica) {
        return FIRST_OF_SERVICES + 2 * (SERVICES.size() * (replica - 1) + SERVICES.indexOf(service));
    }
}
