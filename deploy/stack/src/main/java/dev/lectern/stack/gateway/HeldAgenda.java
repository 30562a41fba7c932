package dev.lectern.stack.gateway;

import dev.lectern.chassis.web.Question;
import dev.lectern.chassis.web.StoredResponse;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one replica of the schedule has answered about one agenda since it last told of a revision. A replica changes its
 * own answers before it tells, so that whatever it is asked afterwards is of that revision or a later one.
 */
final class HeldAgenda {

    private static final int MOST_ANSWERS = 2_000;
    private static final int OK = 200;
    private static final String REVISION = "event:revision";
    private static final Duration KEPT_UNREAD = Duration.ofMinutes(10);

    /** Answers of one revision; empty where one was asked for and is not there yet. */
    private static final class Edition {

        private final Map<Question, Optional<StoredResponse>> answers = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        /** Whether a question is new to it, and there is room; it is not new for a second time. */
        boolean takes(Question question) {
            return answers.size() < MOST_ANSWERS && answers.putIfAbsent(question, Optional.empty()) == null;
        }

        void keep(Question question, StoredResponse answer) {
            answers.put(question, Optional.of(answer));
            bytes.addAndGet(HeldAnswer.bytes(answer));
        }
    }

    private final HttpClient client;
    private final RequestOptions replica;
    private final Future<HttpClientRequest> stream;

    /** Null before the replica has told the revision for the first time. */
    private volatile Edition edition;

    private volatile long lastRead = System.nanoTime();

    /** @param replica where to ask */
    HeldAgenda(HttpClient client, String slug, RequestOptions replica) {
        this.client = client;
        this.replica = replica;
        this.stream = client.request(new RequestOptions(replica).setURI("/agenda/" + slug + "/stream"));
    }

    /** Follows the agenda; the end means that nothing is known of it any more, for whatever reason. */
    Future<Void> follow() {
        return stream.compose(HttpClientRequest::send).compose(this::listen);
    }

    private Future<Void> listen(HttpClientResponse events) {
        if (events.statusCode() == OK) {
            events.handler(RecordParser.newDelimited("\n", line -> hear(line.toString())));
        }
        return events.end();
    }

    /** A line that says nothing shows at least that the replica is there. */
    private void hear(String line) {
        if (line.equals(REVISION)) {
            edition = new Edition();
        } else if (System.nanoTime() - lastRead > KEPT_UNREAD.toNanos()) {
            leave();
        }
    }

    void leave() {
        edition = null;
        stream.onSuccess(HttpClientRequest::reset);
    }

    Optional<StoredResponse> answer(Question question) {
        var current = edition;
        if (current == null) {
            return Optional.empty();
        }
        lastRead = System.nanoTime();
        return current.answers.getOrDefault(question, Optional.empty());
    }

    /**
     * Has an answer held that is not yet. One that comes after a later revision goes to the edition that was there when
     * it was asked for, where nobody looks any more.
     *
     * @return completed when it is there; failed where nothing was to be done, or nothing came of it
     */
    Future<Void> learn(Question question) {
        var current = edition;
        if (current == null || !current.takes(question)) {
            return Future.failedFuture("there is nothing to learn");
        }
        return client.request(asking(question))
                .compose(HttpClientRequest::send)
                .compose(HeldAnswer::of)
                .onSuccess(answer -> current.keep(question, answer))
                .onFailure(e -> current.answers.remove(question))
                .mapEmpty();
    }

    private RequestOptions asking(Question question) {
        var options = new RequestOptions(replica).setMethod(HttpMethod.GET).setURI(question.path());
        question.types().forEach(value -> options.addHeader(HttpHeaders.ACCEPT, value));
        question.encodings().forEach(value -> options.addHeader(HttpHeaders.ACCEPT_ENCODING, value));
        question.languages().forEach(value -> options.addHeader(HttpHeaders.ACCEPT_LANGUAGE, value));
        return options;
    }

    /** How much memory its answers take. */
    long bytes() {
        var current = edition;
        return current == null ? 0 : current.bytes.get();
    }

    /** When anything of it was asked for last, by {@link System#nanoTime}. */
    long lastRead() {
        return lastRead;
    }
}
