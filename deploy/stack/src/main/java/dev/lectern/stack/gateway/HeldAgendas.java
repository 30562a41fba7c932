package dev.lectern.stack.gateway;

import dev.lectern.stack.data.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Agendas from memory, for crowds. An agenda that is read is followed by its stream of revisions; as long as that goes
 * on, the gateway answers what was asked before as the service would. It asks for what it holds in its own name, so that
 * nothing of a reader is in it.
 */
final class HeldAgendas {

    private static final int MOST_AGENDAS = 200;
    private static final long MOST_BYTES = 32L << 20;

    /** More than two heartbeats of a stream. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

    private static final int MOST_CONNECTIONS = 2 * MOST_AGENDAS;

    private final HttpClient client;
    private final Map<String, HeldAgenda> bySlug = new ConcurrentHashMap<>();

    HeldAgendas(Vertx vertx) {
        this(vertx, LONGEST_SILENCE);
    }

    HeldAgendas(Vertx vertx, Duration silence) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setIdleTimeout(Math.toIntExact(silence.toSeconds())));
    }

    /** Answers a request by what is held; false where nothing is. */
    boolean answer(HttpServerRequest request) {
        var agenda = bySlug.get(Question.slug(request.path()));
        if (agenda == null) {
            return false;
        }
        var answer = Question.of(request).flatMap(agenda::answer);
        answer.ifPresent(held -> held.send(request));
        return answer.isPresent();
    }

    /** Sees that requests like this one, which a replica has just answered, are answered by what is held. */
    void learn(HttpServerRequest request, HttpClientResponse answer) {
        if (HeldAnswer.mayBe(answer)) {
            Question.of(request).filter(Question::isAboutOneAgenda).ifPresent(question -> {
                var port = answer.request().connection().remoteAddress().port();
                bySlug.computeIfAbsent(question.slug(), slug -> follow(slug, port))
                        .learn(question)
                        .onSuccess(held -> makeRoom());
            });
        }
    }

    private HeldAgenda follow(String slug, int port) {
        var agenda = new HeldAgenda(
                client, slug, new RequestOptions().setHost(Ports.HOST).setPort(port));
        agenda.follow().onComplete(over -> drop(slug, agenda));
        return agenda;
    }

    private void drop(String slug, HeldAgenda agenda) {
        bySlug.remove(slug, agenda);
        agenda.leave();
    }

    /** Drops those that were read longest ago. */
    private void makeRoom() {
        while (bySlug.size() > MOST_AGENDAS
                || bySlug.values().stream().mapToLong(HeldAgenda::bytes).sum() > MOST_BYTES) {
            bySlug.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastRead()))
                    .ifPresent(oldest -> drop(oldest.getKey(), oldest.getValue()));
        }
    }

    void close() {
        client.close();
    }
}
