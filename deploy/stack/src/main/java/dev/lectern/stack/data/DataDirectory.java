package dev.lectern.stack.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that one stack keeps: {@code postgres/ kafka/ inbox/ logs/ run/ keys/}. Only its owner may read it. */
public final class DataDirectory {

    private static final List<String> FOLDERS = List.of("postgres", "kafka", "inbox", "logs", "keys", "run");

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private final Path root;

    /** Held here, for a channel that is collected as garbage gives up its lock. */
    private FileChannel lock;

    public DataDirectory(Path root) {
        try {
            this.root = Files.exists(root)
                    ? root.toRealPath()
                    : root.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** A file or folder below the root; the folder above it is made when it is missing. */
    public Path file(String folder, String... more) {
        try {
            var file = root.resolve(Path.of(folder, more));
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log(String name) {
        return file("logs", name + ".log");
    }

    /** Starts a component's log anew and keeps the one before, so that logs stay bounded. */
    public void rotateLog(String name) throws IOException {
        if (Files.exists(log(name))) {
            Files.move(log(name), file("logs", name + ".log.1"), REPLACE_EXISTING);
        }
    }

    /** Makes this process the launcher of this directory, until it ends in whatever way; false while another one is. */
    public boolean lock() throws IOException {
        lock = FileChannel.open(file("run", "lock"), CREATE, READ, WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            return false;
        }
        write(file("run", "launcher.pid"), Long.toString(ProcessHandle.current().pid()));
        return true;
    }

    /** Whether a launcher holds the lock. Never to be asked by the launcher itself. */
    public boolean isLocked() {
        if (!exists()) {
            return false;
        }
        try (var lock = FileChannel.open(file("run", "lock"), READ)) {
            return lock.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pid of the launcher that holds the lock. */
    public Optional<Long> launcher() {
        var file = root.resolve("run/launcher.pid");
        try {
            return isLocked() && Files.exists(file)
                    ? Optional.of(Long.valueOf(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a launcher ever ran here. */
    public boolean exists() {
        return Files.exists(root.resolve("run/lock"));
    }

    /** Replaces a file at once and as a whole, readable by its owner only. */
    public static void write(Path file, String content) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.writeString(fresh, content);
        Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** Takes from all others what an earlier version, or a program of ours, has let them read. */
    public void tighten() throws IOException {
        for (var folder : FOLDERS) {
            if (Files.isDirectory(root.resolve(folder))) {
                tighten(root.resolve(folder));
            }
        }
    }

    private static void tighten(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(it -> !Files.isSymbolicLink(it)).toList()) {
                var permissions = Files.getPosixFilePermissions(file);
                if (permissions.retainAll(OWNERS)) {
                    Files.setPosixFilePermissions(file, permissions);
                }
            }
        }
    }

    /** Deletes what a stack keeps here, and the directory where nothing else is in it. */
    public void delete() throws IOException {
        for (var folder : FOLDERS) {
            deleteTree(root.resolve(folder));
        }
        try (var rest = Files.list(root)) {
            if (rest.findAny().isEmpty()) {
                Files.delete(root);
            }
        }
    }

    public static void deleteTree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
