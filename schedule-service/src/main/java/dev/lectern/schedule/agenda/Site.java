package dev.lectern.schedule.agenda;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that is public of one conference in one edition of its agenda, as far as somebody has asked for it. Each document
 * is rendered once, whoever asks meanwhile.
 */
final class Site {

    /** More kinds of requests than browsers and apps have, and not so many that somebody could fill the memory. */
    private static final int MOST_ANSWERS = 1_000;

    private static final int LONGEST_REQUEST = 1_000;

    private record Key(Document document, Encoding encoding) {}

    /** What requests of one kind are answered with. */
    private static final class Answer {

        private final Key key;
        private final Rendition rendition;
        private volatile boolean read;

        Answer(Key key, Rendition rendition, boolean read) {
            this.key = key;
            this.rendition = rendition;
            this.read = read;
        }
    }

    private final Agenda agenda;
    private final Map<Key, Uni<Rendition>> renditions = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long lastRead = System.nanoTime();

    Site(Agenda agenda) {
        this.agenda = agenda;
    }

    /** A later edition, with all that was read of this one rendered already, by the thread that asks for it. */
    Site next(Agenda later) {
        var next = new Site(later);
        next.lastRead = lastRead;
        answers.forEach((request, answer) -> {
            if (answer.read) {
                var made = next.renditions.computeIfAbsent(
                        answer.key, key -> Uni.createFrom().item(next.render(key)));
                next.answers.put(request, new Answer(answer.key, made.await().indefinitely(), false));
            }
        });
        return next;
    }

    /**
     * A document, which comes on a worker thread where it is not there yet.
     *
     * @param request what asked for it; others like that are given it by {@link #answer}
     */
    Uni<Rendition> rendition(Document document, Encoding encoding, Optional<String> request) {
        lastRead = System.nanoTime();
        var key = new Key(document, encoding);
        return renditions
                .computeIfAbsent(key, this::rendered)
                .invoke(made -> request.ifPresent(like -> keep(like, key, made)));
    }

    private Uni<Rendition> rendered(Key key) {
        return Uni.createFrom()
                .item(() -> render(key))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .invoke(() -> renditions.remove(key))
                .memoize()
                .indefinitely();
    }

    private Rendition render(Key key) {
        var made = Rendition.kept(
                key.document().contentType(), key.encoding(), key.document().render(agenda));
        bytes.addAndGet(made.body().length());
        return made;
    }

    /** What a request like this one was answered with before. */
    Optional<Rendition> answer(String request) {
        var answer = answers.get(request);
        if (answer == null) {
            return Optional.empty();
        }
        lastRead = System.nanoTime();
        answer.read = true;
        return Optional.of(answer.rendition);
    }

    /** Where there are too many, some of them are somebody's inventions; the others will be asked for again. */
    private void keep(String request, Key key, Rendition rendition) {
        if (request.length() <= LONGEST_REQUEST) {
            if (answers.size() >= MOST_ANSWERS) {
                answers.clear();
            }
            answers.put(request, new Answer(key, rendition, true));
        }
    }

    Agenda agenda() {
        return agenda;
    }

    /** How much memory its bytes take. */
    long bytes() {
        return bytes.get();
    }

    /** When anything of it was asked for last, by {@link System#nanoTime}. */
    long lastRead() {
        return lastRead;
    }
}
