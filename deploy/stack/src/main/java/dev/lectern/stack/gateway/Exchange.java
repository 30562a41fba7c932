package dev.lectern.stack.gateway;

import dev.lectern.stack.data.Ports;
import dev.lectern.stack.web.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.Pipe;
import java.util.List;
import java.util.function.Consumer;

/**
 * One request on its way to a service, and the answer on its way back. Both stream. A service may refuse before it has
 * read the whole request, and may then close the connection: its answer must reach the caller nevertheless. Generic
 * proxies give up when they cannot send the rest, and the answer is lost.
 */
final class Exchange {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_ERROR = 400;

    private final HttpServerRequest request;
    private final HttpClientRequest origin;
    private final Consumer<HttpClientResponse> answered;
    private Pipe<Buffer> upload;
    private boolean uploaded;

    private Exchange(HttpServerRequest request, HttpClientRequest origin, Consumer<HttpClientResponse> answered) {
        this.request = request;
        this.origin = origin;
        this.answered = answered;
    }

    /**
     * @param ports of the replicas that may answer: the first with which there is a connection does
     * @param answered is shown the head of the answer
     */
    static void begin(
            HttpClient client, List<Integer> ports, HttpServerRequest request, Consumer<HttpClientResponse> answered) {
        request.pause();
        client.request(new RequestOptions()
                        .setMethod(request.method())
                        .setHost(Ports.HOST)
                        .setPort(ports.get(0))
                        .setURI(request.uri()))
                .onSuccess(origin -> new Exchange(request, origin, answered).send())
                .onFailure(e -> beginElsewhere(client, ports.subList(1, ports.size()), request, answered));
    }

    /** Nothing was sent yet, so that no request is ever done twice. */
    private static void beginElsewhere(
            HttpClient client, List<Integer> ports, HttpServerRequest request, Consumer<HttpClientResponse> answered) {
        if (ports.isEmpty()) {
            unavailable(request);
        } else {
            begin(client, ports, request, answered);
        }
    }

    private void send() {
        Headers.copyRequest(request, origin.headers());
        origin.response().onSuccess(this::answer).onFailure(e -> unavailable(request));
        request.response().closeHandler(gone -> origin.reset());
        // A failed write must not close the connection, for the answer may still be unread in it.
        ((ConnectionBase) origin.connection()).channel().config().setAutoClose(false);
        if (!request.headers().contains("Content-Length") && !request.headers().contains("Transfer-Encoding")) {
            uploaded = true;
            request.resume();
            origin.end();
            return;
        }
        origin.setChunked(!request.headers().contains("Content-Length"));
        upload = request.pipe().endOnFailure(false);
        upload.to(origin).onSuccess(done -> uploaded = true);
    }

    private void answer(HttpClientResponse answer) {
        answered.accept(answer);
        if (!uploaded && answer.statusCode() >= FIRST_ERROR) {
            // The rest is read and dropped, else the caller would never come to read the answer.
            upload.close();
            origin.exceptionHandler(e -> {});
        }
        var response = request.response().setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        Headers.copy(answer.headers(), response.headers());
        if (isWithoutBody(answer)) {
            response.end();
            return;
        }
        response.setChunked(!answer.headers().contains("Content-Length"));
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(done -> release())
                .onFailure(e -> request.connection().close());
    }

    /** A connection in which half a request was sent is of no further use. */
    private void release() {
        if (!uploaded) {
            origin.reset();
        }
    }

    private boolean isWithoutBody(HttpClientResponse answer) {
        return request.method().equals(HttpMethod.HEAD)
                || answer.statusCode() == NO_CONTENT
                || answer.statusCode() == NOT_MODIFIED;
    }

    static void unavailable(HttpServerRequest request) {
        request.resume();
        if (!request.response().headWritten()) {
            request.response().putHeader("Retry-After", "1");
            new Problem(503, "unavailable", "The service cannot be reached", "Try again in a moment")
                    .send(request.response());
        }
    }
}
