package dev.lectern.schedule.agenda;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that is public of one conference at one revision of its agenda, as far as somebody has asked for it. Each
 * document is rendered once, whoever asks meanwhile.
 */
final class Site {

    /** More kinds of requests than browsers and apps have, and not so many that somebody could fill the memory. */
    private static final int MOST_ANSWERS = 2_000;

    private record Key(Document document, Encoding encoding) {}

    private record Answer(Key key, Rendition rendition) {}

    private final Agenda agenda;
    private final Map<Key, Uni<Rendition>> renditions = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile long lastRead = System.nanoTime();

    Site(Agenda agenda) {
        this.agenda = agenda;
    }

    /** The agenda at a later revision, with all that readers have had of this one rendered already. */
    Site next(Agenda later) {
        var next = new Site(later);
        next.lastRead = lastRead;
        answers.forEach((request, answer) -> {
            if (answer.rendition().wasRead()) {
                next.keep(
                        request,
                        answer.key(),
                        next.rendition(answer.key()).await().indefinitely());
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
        return rendition(key).invoke(made -> request.ifPresent(like -> keep(like, key, made)));
    }

    private Uni<Rendition> rendition(Key key) {
        return renditions.computeIfAbsent(key, this::rendered);
    }

    private Uni<Rendition> rendered(Key key) {
        return Uni.createFrom()
                .item(() -> new Rendition(
                        key.document().contentType(),
                        key.encoding(),
                        key.document().render(agenda)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .invoke(() -> renditions.remove(key))
                .memoize()
                .indefinitely();
    }

    /** What a request like this one was answered with before. */
    Optional<Rendition> answer(String request) {
        lastRead = System.nanoTime();
        return Optional.ofNullable(answers.get(request)).map(Answer::rendition);
    }

    private void keep(String request, Key key, Rendition rendition) {
        if (answers.size() < MOST_ANSWERS) {
            answers.put(request, new Answer(key, rendition));
        }
    }

    Agenda agenda() {
        return agenda;
    }

    /** When anything of it was asked for last, by {@link System#nanoTime}. */
    long lastRead() {
        return lastRead;
    }
}
