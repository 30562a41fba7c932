package dev.lectern.stack.kafka;

import dev.lectern.stack.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Which services are to read all topics once more. It is noted while the stack is stopped, and done at its next start,
 * between the broker's and theirs: the broker forgets how far they have read, which nobody may do who reads.
 */
public record Rebuilds(DataDirectory data) {

    private static final String PREFIX = "rebuild-";

    /** The broker takes one that was killed for a reader until its session is over, 6 s after it last heard of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(500);

    public void note(String service) throws IOException {
        DataDirectory.write(file(service), "");
    }

    /** Those of the services that are noted. */
    public List<String> noted(List<String> services) {
        return services.stream().filter(service -> Files.exists(file(service))).toList();
    }

    /** Done again where it is cut short: the note goes last. */
    void perform(Admin admin) throws IOException, ExecutionException, InterruptedException {
        try (var files = Files.list(data.file("run", PREFIX).getParent())) {
            for (var note : files.filter(file -> name(file).startsWith(PREFIX)).toList()) {
                forget(admin, name(note).substring(PREFIX.length()) + "-service");
                Files.delete(note);
            }
        }
    }

    private static void forget(Admin admin, String group) throws ExecutionException, InterruptedException {
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); ; Thread.sleep(GLANCE.toMillis())) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                if (!(e.getCause() instanceof GroupNotEmptyException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private Path file(String service) {
        return data.file("run", PREFIX + service);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
