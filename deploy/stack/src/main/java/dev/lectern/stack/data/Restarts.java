package dev.lectern.stack.data;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How often a component has died since its start, in a file, so that other processes can tell.
 *
 * @param count how often it was started again
 * @param lastExit when it last died, in UTC; or null
 * @param underWay whether it is down, and is or will be started again
 */
public record Restarts(int count, String lastExit, boolean underWay) {

    public static final Restarts NONE = new Restarts(0, null, false);

    private static final JsonMapper JSON = new JsonMapper();

    public Restarts died(Instant at) {
        return new Restarts(count + 1, at.truncatedTo(ChronoUnit.SECONDS).toString(), true);
    }

    public Restarts back() {
        return new Restarts(count, lastExit, false);
    }

    public static Restarts of(DataDirectory data, String name) {
        var file = data.root().resolve("run").resolve(fileName(name));
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Restarts.class) : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void save(DataDirectory data, String name) throws IOException {
        DataDirectory.write(data.file("run", fileName(name)), JSON.writeValueAsString(this));
    }

    private static String fileName(String name) {
        return name + ".restarts.json";
    }
}
