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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The messages as files: {@code 7.eml} holds the bytes as they came, {@code 7.json} the item of the list. The second is
 * moved into place last, so a message is there exactly when its item is.
 */
final class Mailbox {

    /** How many messages the page shows at once. */
    static final int PAGE = 100;

    /** How many messages, the newest ones, have their text searched. */
    private static final int SEARCHABLE = 5_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ITEM = ".json";

    private final Path folder;
    private final Runnable changed;
    private final ConcurrentSkipListMap<Long, Letter> letters = new ConcurrentSkipListMap<>();
    private long last;

    /** @param changed told after each message, and after all are gone */
    Mailbox(Path folder, Runnable changed) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.changed = changed;
        try (var files = Files.newDirectoryStream(folder, "*" + ITEM)) {
            for (var file : files) {
                put(JSON.readValue(file.toFile(), Letter.class));
            }
        }
        last = Math.max(letters.isEmpty() ? 0 : letters.lastKey(), lastBeforeClear());
    }

    /** Returns when the message is on disk. */
    MessageItem add(List<String> recipients, byte[] raw) throws IOException {
        var number = next();
        var item = Mime.item(
                Long.toString(number), List.copyOf(recipients), Instant.now().truncatedTo(ChronoUnit.SECONDS), raw);
        var letter = Letter.of(Mime.message(item, raw));
        writeDurably(raw(item.id()), raw);
        var fresh = folder.resolve(item.id() + ".new");
        writeDurably(fresh, JSON.writeValueAsBytes(letter));
        Files.move(fresh, folder.resolve(item.id() + ITEM), StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
        put(letter);
        changed.run();
        return item;
    }

    /** The files come in any order, so that the newest number may have been there before. */
    private void put(Letter letter) {
        letters.put(Long.valueOf(letter.item().id()), letter);
        var oldest = letters.lastKey() - SEARCHABLE;
        letters.computeIfPresent(oldest, (number, old) -> old.withoutText());
        letters.computeIfPresent(
                Long.valueOf(letter.item().id()), (number, it) -> number <= oldest ? it.withoutText() : it);
    }

    /**
     * The messages in the order of arrival.
     *
     * @param to only those to this address; null for all
     */
    List<MessageItem> items(String to) {
        return letters.values().stream()
                .map(Letter::item)
                .filter(item -> to == null || item.isTo(to))
                .toList();
    }

    /**
     * One page of the newest messages, and one message more where there are older ones.
     *
     * @param query words that all are in an address, the subject or the text; all messages have none
     * @param before only messages before the one with this id; any text that is no id stands for none
     */
    List<Letter> search(String query, String before) {
        var words = query.isBlank()
                ? List.<String>of()
                : List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        return letters.headMap(isId(before) ? Long.parseLong(before) : Long.MAX_VALUE).descendingMap().values().stream()
                .filter(letter -> letter.hasAll(words))
                .limit(PAGE + 1)
                .toList();
    }

    int size() {
        return letters.size();
    }

    Optional<Letter> find(String id) {
        return isId(id) ? Optional.ofNullable(letters.get(Long.valueOf(id))) : Optional.empty();
    }

    private static boolean isId(String id) {
        return id.matches("[1-9][0-9]{0,17}");
    }

    byte[] read(MessageItem item) {
        try {
            return Files.readAllBytes(raw(item.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all messages. Numbers go on where they were, so that nobody mistakes a new message for an old one. */
    void clear() {
        deleteAll();
        changed.run();
    }

    private synchronized void deleteAll() {
        try {
            Files.writeString(folder.resolve("last"), Long.toString(last));
            for (var item : items(null)) {
                letters.remove(Long.valueOf(item.id()));
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
