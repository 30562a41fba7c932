package dev.lectern.stack.data;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Which port each part listens on, always on 127.0.0.1. Kept in the data directory, so that the next start has the
 * same.
 */
public record Ports(Map<Port, Integer> numbers) {

    /** The address that everything listens on. */
    public static final String HOST = "127.0.0.1";

    public static final int DEFAULT_BASE = 8080;

    private static final JsonMapper JSON = new JsonMapper();

    public int of(Port port) {
        return numbers.get(port);
    }

    /** Whether this stack has such a part. */
    public boolean has(Port port) {
        return numbers.containsKey(port);
    }

    /** {@code 127.0.0.1:8084} */
    public String address(Port port) {
        return HOST + ":" + of(port);
    }

    /** {@code http://127.0.0.1:8080}, without a slash at the end */
    public String url(Port port) {
        return "http://" + address(port);
    }

    /** The ports that a first start would like. */
    public static Ports wanted() {
        return new Ports(Port.all(1).stream().collect(toMap(port -> port, port -> port.above(DEFAULT_BASE))));
    }

    /** The ports that were used last. */
    public static Optional<Ports> last(DataDirectory data) {
        var file = data.root().resolve("run/ports.json");
        try {
            return Files.exists(file)
                    ? Optional.of(new Ports(JSON.readValue(file.toFile(), new TypeReference<>() {})))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Chooses a port for each part: the one used last, or the base's if a base is given; if that is busy, the next free
     * one.
     *
     * @param replicas how many processes each service has
     * @param moved told which port was busy and which is used instead
     */
    public static Ports choose(
            DataDirectory data, Optional<Integer> base, int replicas, BiConsumer<Integer, Integer> moved) {
        var last = base.isPresent() ? Optional.<Ports>empty() : last(data);
        var start = base.or(() -> last.map(ports -> ports.of(Port.GATEWAY))).orElse(DEFAULT_BASE);
        var numbers = new LinkedHashMap<Port, Integer>();
        for (var port : Port.all(replicas)) {
            int wanted = last.filter(ports -> ports.has(port))
                    .map(ports -> ports.of(port))
                    .orElse(port.above(start));
            int number = wanted;
            for (int spare = wanted + Port.SPARE; numbers.containsValue(number) || !isFree(number); spare++) {
                number = spare;
            }
            if (number != wanted) {
                moved.accept(wanted, number);
            }
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    public void save(DataDirectory data) throws IOException {
        DataDirectory.write(data.file("run", "ports.json"), json());
    }

    private String json() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(numbers);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
