package dev.lectern.stack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on which port, as far as {@code /proc} tells: nothing on other systems, and little about other users. */
public final class PortHolders {

    /** {@code 0A} in the column {@code st} of {@code /proc/net/tcp}, see proc(5). */
    private static final String LISTENING = "0A";

    private final Map<Integer, String> sockets = new HashMap<>();

    PortHolders() throws IOException {
        for (var table : List.of("tcp", "tcp6")) {
            var file = Path.of("/proc/net", table);
            if (Files.isReadable(file)) {
                Files.readAllLines(file).stream().skip(1).forEach(this::read);
            }
        }
    }

    /** Fields: number, local address as hexadecimal {@code address:port}, remote address, state, … inode. */
    private void read(String line) {
        var fields = line.strip().split("\\s+", -1);
        if (fields[3].equals(LISTENING)) {
            var port = fields[1].substring(fields[1].lastIndexOf(':') + 1);
            sockets.put(Integer.parseInt(port, 16), "socket:[" + fields[9] + "]");
        }
    }

    /** {@code  (process 4711)}, or nothing where that is not known. */
    public static String say(int port) {
        try {
            return new PortHolders()
                    .of(port)
                    .map(holder -> " (process " + holder.pid() + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    Optional<ProcessHandle> of(int port) {
        var socket = sockets.get(port);
        return socket == null
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> hasOpen(process.pid(), socket))
                        .findFirst();
    }

    private static boolean hasOpen(long pid, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> isLinkTo(file, socket));
        } catch (IOException e) {
            return false; // It has just ended, or is someone else's.
        }
    }

    private static boolean isLinkTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
