package dev.lectern.stack.inbox;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The messages as files: {@code 7.eml} holds the bytes as they came, {@code 7.json} the item of the list. The second is
 * moved into place last, so a message is there exactly when its item is.
 */
final class Mailbox {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ITEM = ".json";

    private final Path folder;
    private final ConcurrentSkipListMap<Long, MessageItem> items = new ConcurrentSkipListMap<>();
    private long last;

    Mailbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "*" + ITEM)) {
            for (var file : files) {
                var item = JSON.readValue(file.toFile(), MessageItem.class);
                items.put(Long.valueOf(item.id()), item);
            }
        }
        last = Math.max(items.isEmpty() ? 0 : items.lastKey(), lastBeforeClear());
    }

    /** Returns when the message is on disk. */
    MessageItem add(List<String> recipients, byte[] raw) throws IOException {
        var number = next();
        var item = Mime.item(
                Long.toString(number), List.copyOf(recipients), Instant.now().truncatedTo(ChronoUnit.SECONDS), raw);
        writeDurably(raw(item.id()), raw);
        var fresh = folder.resolve(item.id() + ".new");
        writeDurably(fresh, JSON.writeValueAsBytes(item));
        Files.move(fresh, folder.resolve(item.id() + ITEM), StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
        items.put(number, item);
        return item;
    }

    /**
     * The messages in the order of arrival.
     *
     * @param to only those to this address; null for all
     */
    List<MessageItem> items(String to) {
        return select(items.values(), to);
    }

    List<MessageItem> newestFirst(String to) {
        return select(items.descendingMap().values(), to);
    }

    private static List<MessageItem> select(Collection<MessageItem> items, String to) {
        return items.stream().filter(item -> to == null || item.isTo(to)).toList();
    }

    Optional<MessageItem> find(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Optional.ofNullable(items.get(Long.valueOf(id))) : Optional.empty();
    }

    byte[] read(MessageItem item) {
        try {
            return Files.readAllBytes(raw(item.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all messages. Numbers go on where they were, so that nobody mistakes a new message for an old one. */
    synchronized void clear() {
        try {
            Files.writeString(folder.resolve("last"), Long.toString(last));
            for (var item : items(null)) {
                items.remove(Long.valueOf(item.id()));
                Files.deleteIfExists(folder.resolve(item.id() + ITEM));
                Files.deleteIfExists(raw(item.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized long next() {
        return ++last;
    }

    private long lastBeforeClear() throws IOException {
        var file = folder.resolve("last");
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }

    private Path raw(String id) {
        return folder.resolve(id + ".eml");
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The names too must be on disk. */
    private void syncFolder() throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
