package dev.lectern.stack.doctor;

import dev.lectern.stack.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine below the stack.
 *
 * @param running whether the stack has already taken what it needs
 */
public record Machine(DataDirectory data, boolean running) {

    /** Measured: three services, broker, database and launcher, some minutes after their start. */
    private static final long NEEDED_MEMORY = 1_600;

    private static final long LITTLE_MEMORY = 200;
    private static final long LITTLE_DISK = 2_000;
    private static final long HARDLY_ANY_DISK = 500;
    private static final long MEGABYTE = 1_000_000;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    public List<Finding> look() throws IOException {
        return List.of(java(), memory(), disk(), clock());
    }

    /** The oldest version that will do is checked by the script that starts all this. */
    private static Finding java() {
        return Finding.ok(
                "Java",
                "%s, %s, %s"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("java.vendor"),
                                System.getProperty("java.home")));
    }

    private Finding memory() throws IOException {
        var meminfo = Path.of("/proc/meminfo");
        if (!Files.isReadable(meminfo)) {
            return Finding.ok("Memory", "this system does not tell how much is free");
        }
        var free = Files.readAllLines(meminfo).stream()
                        .filter(line -> line.startsWith("MemAvailable:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                / 1_000;
        var needed = running ? LITTLE_MEMORY : NEEDED_MEMORY;
        return free < needed
                ? Finding.warn(
                        "Memory", "End other programs", "%,d MB are free, %,d are needed".formatted(free, needed))
                : Finding.ok("Memory", "%,d MB are free".formatted(free));
    }

    private Finding disk() throws IOException {
        var folder = data.root();
        while (Files.notExists(folder)) {
            folder = folder.getParent();
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Finding.fail("Disk", "Give another folder with --data", "%s cannot be written to".formatted(folder));
        }
        var free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        var remedy = "Make room, or give a folder elsewhere with --data";
        if (free < HARDLY_ANY_DISK) {
            return Finding.fail("Disk", remedy, "only %,d MB are free in %s".formatted(free, folder));
        }
        return free < LITTLE_DISK
                ? Finding.warn("Disk", remedy, "%,d MB are free in %s".formatted(free, folder))
                : Finding.ok("Disk", "%,d MB are free in %s".formatted(free, folder));
    }

    /** Files from the future mean that the clock was set back: tokens and quiet periods then last longer than meant. */
    private Finding clock() throws IOException {
        var run = data.root().resolve("run");
        if (Files.notExists(run)) {
            return Finding.ok("Clock", "%s".formatted(now()));
        }
        try (Stream<Path> files = Files.list(run)) {
            var newest = files.map(Machine::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
            return newest.minus(CLOCK_TOLERANCE).isAfter(Instant.now())
                    ? Finding.warn(
                            "Clock", "Correct the clock", "it was set back: a file was written at %s".formatted(newest))
                    : Finding.ok("Clock", "%s, no file is from the future".formatted(now()));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // It has just been deleted.
        }
    }
}
