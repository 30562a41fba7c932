package dev.lectern.stack.backup;

import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SHA-256 of every file below a folder, in the file {@code SHA256SUMS} there, which {@code sha256sum -c} reads. */
final class Checksums {

    private static final String FILE = "SHA256SUMS";
    private static final String BETWEEN = "  ";

    /** So many of what is wrong are named. */
    private static final int MOST_NAMED = 10;

    private Checksums() {}

    static void write(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : files(folder)) {
            lines.add(sum(folder.resolve(file)) + BETWEEN + file);
        }
        Files.write(folder.resolve(FILE), lines);
    }

    /** Fails, and names them, where files are missing, other than they were, or too many. */
    static void require(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(FILE))) {
            throw new Failure(folder + " is no backup: " + FILE + " is missing");
        }
        var sums = new TreeMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve(FILE))) {
            var parts = line.split(BETWEEN, 2);
            sums.put(parts[1], parts[0]);
        }
        var faults = new ArrayList<String>();
        for (var file : files(folder)) {
            var sum = sums.remove(file);
            if (sum == null) {
                faults.add(file + " is not part of it");
            } else if (!sum.equals(sum(folder.resolve(file)))) {
                faults.add(file + " is not as it was");
            }
        }
        sums.keySet().forEach(file -> faults.add(file + " is missing"));
        if (!faults.isEmpty()) {
            var more = faults.size() > MOST_NAMED ? ", and %d more".formatted(faults.size() - MOST_NAMED) : "";
            throw new Failure("the backup %s is damaged: %s%s"
                    .formatted(
                            folder,
                            String.join(", ", faults.stream().limit(MOST_NAMED).toList()),
                            more));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.equals(FILE))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String sum(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
