package dev.lectern.stack.gateway;

import dev.lectern.chassis.web.Question;
import dev.lectern.chassis.web.ResponseMemory;
import dev.lectern.chassis.web.StoredResponse;
import dev.lectern.stack.data.Ports;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Agendas from memory, for crowds. An agenda that is read is followed by its stream of revisions; as long as that goes
 * on, the gateway answers what was asked before as the service would. It asks for what it holds in its own name, so that
 * nothing of a reader is in it.
 */
final class HeldAgendas implements ResponseMemory {

    /** No slug begins with a hyphen: what pages load is below {@code /agenda/-/}. */
    private static final Pattern OF_ONE_AGENDA = Pattern.compile("/agenda/[a-z0-9][a-z0-9-]*(?:[./][\\w.~%/-]*)?");

    /** In such a path the service may see another agenda than the one that it seems to name. */
    private static final Pattern AMBIGUOUS = Pattern.compile("/[./]|%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);

    /** With any of these a request is about more than a reading of public bytes, or about less than all of them. */
    private static final List<CharSequence> OTHER_WAYS =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, HttpHeaders.createOptimized("Range"));

    private static final int NOT_MODIFIED = 304;
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

    /** What a request asks; empty where it may ask for more. One with a query is one of any number. */
    @Override
    public Optional<Question> question(HttpRequest request) {
        return Faults.in(request).isEmpty() && !goesAnotherWay(request.headers()::contains)
                ? Question.of(request.method().name(), request.uri(), request.headers()::getAll)
                : Optional.empty();
    }

    private static Optional<Question> question(HttpServerRequest request) {
        var headers = request.headers();
        return goesAnotherWay(headers::contains)
                ? Optional.empty()
                : Question.of(request.method().name(), request.uri(), headers::getAll);
    }

    private static boolean goesAnotherWay(Predicate<CharSequence> isThere) {
        for (var header : OTHER_WAYS) {
            if (isThere.test(header)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<StoredResponse> response(Question question) {
        return Optional.ofNullable(bySlug.get(question.slug())).flatMap(agenda -> agenda.answer(question));
    }

    /** Whether its answer may be held: it is of the agenda that its path names, and short. */
    private static boolean isAboutOneAgenda(Question question) {
        return OF_ONE_AGENDA.matcher(question.path()).matches()
                && !AMBIGUOUS.matcher(question.path()).find()
                && question.isShort();
    }

    /** Sees that requests like this one, which a replica has just answered, are answered by what is held. */
    void learn(HttpServerRequest request, HttpClientResponse answer) {
        // Who has the bytes already asks for what others have not.
        if (HeldAnswer.mayBe(answer) || answer.statusCode() == NOT_MODIFIED) {
            question(request).filter(HeldAgendas::isAboutOneAgenda).ifPresent(question -> {
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
