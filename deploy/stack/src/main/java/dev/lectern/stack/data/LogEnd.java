package dev.lectern.stack.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, however long that is and whatever bytes are in it. */
public final class LogEnd {

    private static final int BYTES_PER_LINE = 500;

    private LogEnd() {}

    public static List<String> lines(Path log, int most) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - (long) most * BYTES_PER_LINE));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            var lines = new String(end, UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        }
    }
}
