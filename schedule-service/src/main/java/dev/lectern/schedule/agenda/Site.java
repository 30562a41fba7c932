package dev.lectern.schedule.agenda;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.web.Question;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that is public of one conference in one edition of its agenda, as far as somebody has asked for it. Each document
 * is rendered once, whoever asks meanwhile.
 */
final class Site {

    /** More than browsers and apps ask, and not so many that somebody could fill the memory. */
    private static final int MOST_ANSWERS = 5_000;

    /** In each language and encoding, all pages of a large conference. */
    private static final int MOST_DOCUMENTS = 10_000;

    private record Key(Document document, Encoding encoding) {}

    /** What a question is answered with. */
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

    private record Made(Part.Excerpt part, Rendition rendition) {}

    private final Documents documents;
    private final Agenda agenda;
    private final Map<Key, Uni<Made>> made = new ConcurrentHashMap<>();
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private Search search;
    private volatile long lastRead = System.nanoTime();

    Site(Documents documents, Agenda agenda) {
        this.documents = documents;
        this.agenda = agenda;
    }

    /**
     * A later edition, with what was read of this one there already: the bytes of what looks as before, and of the rest
     * what many read, rendered by the thread that asks for it.
     */
    Site next(Agenda later) {
        var next = new Site(documents, later.sharing(agenda));
        next.lastRead = lastRead;
        var plain = new HashMap<Document, byte[]>();
        answers.forEach((question, answer) -> {
            if (answer.read) {
                next.inherit(answer.key, made.get(answer.key), plain)
                        .ifPresent(rendition -> next.answers.put(question, new Answer(answer.key, rendition, false)));
            }
        });
        return next;
    }

    /** @param plain documents that are rendered already, in whatever encoding */
    private Optional<Rendition> inherit(Key key, Uni<Made> earlier, Map<Document, byte[]> plain) {
        if (!made.containsKey(key)) {
            var part = key.document().excerpt(agenda);
            var before = earlier == null ? null : earlier.await().indefinitely();
            if (key.document().isAwaited()) {
                part.map(found -> encode(
                                key,
                                found,
                                plain.computeIfAbsent(
                                        key.document(), document -> documents.render(document, found, agenda))))
                        .ifPresent(there -> keep(key, there));
            } else if (before != null
                    && !key.document().part().isWide()
                    && part.filter(before.part()::looksLike).isPresent()) {
                keep(key, before);
            }
        }
        return Optional.ofNullable(made.get(key))
                .map(there -> there.await().indefinitely().rendition());
    }

    /** Renders what most readers ask for first. */
    void warmUp() {
        for (var format : List.of(Format.HTML, Format.JSON)) {
            var document = Document.of(format, Part.ALL);
            var part = Part.Excerpt.all(agenda);
            var plain = documents.render(document, part, agenda);
            for (var encoding : List.of(Encoding.GZIP, Encoding.IDENTITY)) {
                var key = new Key(document, encoding);
                keep(key, encode(key, part, plain));
            }
        }
    }

    private void keep(Key key, Made there) {
        bytes.addAndGet(there.rendition().body().length());
        made.put(key, Uni.createFrom().item(there));
    }

    /**
     * A document, which comes on a worker thread where it is not there yet.
     *
     * @param question what it answers; who asks the same is given it by {@link #answer}
     */
    Uni<Rendition> rendition(Document document, Encoding encoding, Optional<Question> question) {
        touch();
        var key = new Key(document, encoding);
        if (made.size() >= MOST_DOCUMENTS) {
            made.clear();
            answers.clear();
            bytes.set(0);
        }
        return made.computeIfAbsent(key, this::rendered)
                .map(Made::rendition)
                .invoke(rendition -> question.ifPresent(asked -> keep(asked, key, rendition)));
    }

    /** A document that so few will ask for again that it is not kept. */
    Uni<Rendition> passing(Document document, Encoding encoding) {
        touch();
        return Uni.createFrom()
                .item(() -> Rendition.passing(
                        document.format().contentType(), encoding, documents.render(document, part(document), agenda)))
                .map(rendition -> agenda.conference().isPreview() ? rendition.unlisted() : rendition)
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Uni<Made> rendered(Key key) {
        return Uni.createFrom()
                .item(() -> render(key, part(key.document())))
                .invoke(there -> bytes.addAndGet(there.rendition().body().length()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .invoke(() -> made.remove(key))
                .memoize()
                .indefinitely();
    }

    private Part.Excerpt part(Document document) {
        var filter = document.filter();
        return document.excerpt(filter.isEmpty() ? agenda : filter.of(agenda, search()))
                .orElseThrow(() -> Refused.notFound("There is no such part of this agenda"));
    }

    /** Its words are gathered when they are asked for first. */
    private synchronized Search search() {
        if (search == null) {
            search = Search.of(agenda);
        }
        return search;
    }

    private Made render(Key key, Part.Excerpt part) {
        return encode(key, part, documents.render(key.document(), part, agenda));
    }

    private static Made encode(Key key, Part.Excerpt part, byte[] plain) {
        return new Made(part, Rendition.kept(key.document().format().contentType(), key.encoding(), plain));
    }

    /** What this was answered with before. */
    Optional<Rendition> answer(Question question) {
        var answer = answers.get(question);
        if (answer == null) {
            return Optional.empty();
        }
        lastRead = System.nanoTime();
        answer.read = true;
        return Optional.of(answer.rendition);
    }

    /** Where there are too many, some of them are somebody's inventions; the others will be asked for again. */
    private void keep(Question question, Key key, Rendition rendition) {
        if (question.isShort()) {
            if (answers.size() >= MOST_ANSWERS) {
                answers.clear();
            }
            answers.put(question, new Answer(key, rendition, true));
        }
    }

    /** Somebody is there, though nothing was asked for. */
    void touch() {
        lastRead = System.nanoTime();
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
