package dev.lectern.stack.postgres;

import dev.lectern.stack.data.OwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server that was killed may have left, and what would keep its successor from starting. */
final class Predecessor {

    private static final long GLANCE_MILLIS = 50;

    private Predecessor() {}

    /** To be called only while no server of this directory is meant to run. */
    static void remove(Path directory) throws IOException, InterruptedException {
        for (var orphans = orphans(directory); !orphans.isEmpty(); orphans = orphans(directory)) {
            for (var orphan : orphans) {
                OwnProcess.signal(orphan, "KILL");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        removeForeignPid(directory.resolve("postmaster.pid"), directory);
    }

    /** Backends outlive a killed server until their query ends. They are PostgreSQL and work in its directory. */
    private static List<Long> orphans(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                .map(ProcessHandle::pid)
                .filter(pid -> worksIn(directory, pid))
                .toList();
    }

    private static boolean worksIn(Path directory, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(directory);
        } catch (IOException e) {
            return false; // It has just ended, or this system has no /proc.
        }
    }

    /**
     * PostgreSQL takes any live process with the pid of its predecessor for that, even if the pid has meanwhile gone to
     * another program, as after a restart of a container.
     */
    private static void removeForeignPid(Path file, Path directory) throws IOException {
        if (Files.exists(file)) {
            var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            var arguments = OwnProcess.arguments(pid);
            if (!arguments.isEmpty() && !arguments.contains(directory.toString())) {
                Files.delete(file);
            }
        }
    }
}
