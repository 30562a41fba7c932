package dev.lectern.stack.demo;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Makes the demo conference once in the life of a data directory. Where that fails, the stack goes on without it. */
public final class Demo {

    private static final String NAME = "demo";

    private final DataDirectory data;
    private final Ports ports;
    private final Progress progress;

    public Demo(DataDirectory data, Ports ports, Progress progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
    }

    /** Finishes what an earlier start has begun; does nothing where that is done, whatever people made of it since. */
    public void make(String token) throws InterruptedException {
        if (firstDay(data).isPresent()) {
            return;
        }
        var begin = System.nanoTime();
        try {
            var conference =
                    new DemoConference(new Api(ports.url(Port.GATEWAY), token), new Api(ports.url(Port.INBOX), token));
            var firstDay = conference.make();
            DataDirectory.write(data.file("run", NAME), firstDay.toString());
            conference.awaitNewsOfMove();
            progress.ready(NAME, url(ports), Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException | Failure e) {
            progress.say("  %-15s is not complete: %s".formatted(NAME, e instanceof Failure ? e.getMessage() : e));
        }
    }

    public static String url(Ports ports) {
        return ports.url(Port.GATEWAY) + "/agenda/" + NAME;
    }

    /** The first day of the demo conference, once that is made. */
    public static Optional<LocalDate> firstDay(DataDirectory data) {
        var file = data.root().resolve("run").resolve(NAME);
        try {
            return Files.exists(file) ? Optional.of(LocalDate.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
