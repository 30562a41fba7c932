package dev.lectern.stack.gateway;

import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An answer of a service with its bytes, as often as it is sent. */
final class HeldAnswer {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int LARGEST_BODY = 4 << 20;

    /** About what an answer takes beside its body. */
    private static final int HEAD = 1_000;

    private static final Set<String> PARTS_OF_A_QUESTION = Set.of("accept", "accept-encoding", "accept-language");

    /** What a reader may need who has the bytes (RFC 9110, section 15.4.5), from whatever origin its page is. */
    private static final List<CharSequence> OF_NOT_MODIFIED = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.VARY,
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);

    private final String tag;
    private final MultiMap headers = HttpHeaders.headers();
    private final MultiMap headersOfNotModified = HttpHeaders.headers();
    private final Buffer body;

    private HeldAnswer(HttpClientResponse answer, Buffer body) {
        this.tag = answer.getHeader(HttpHeaders.ETAG);
        this.body = outsideTheHeap(body);
        var passed = HttpHeaders.headers();
        Headers.copy(answer.headers(), passed);
        passed.forEach((name, value) -> headers.add(new AsciiString(name), new AsciiString(value)));
        for (var name : OF_NOT_MODIFIED) {
            passed.getAll(name).forEach(value -> headersOfNotModified.add(name, new AsciiString(value)));
        }
    }

    /** Fails where it may not be held. */
    static Future<HeldAnswer> of(HttpClientResponse answer) {
        if (!mayBe(answer)) {
            answer.request().reset();
            return Future.failedFuture("the answer is not to be held");
        }
        return answer.body().map(body -> new HeldAnswer(answer, body));
    }

    /** Whether it is the same for all who ask the same {@link Question}, and not too large. */
    static boolean mayBe(HttpClientResponse answer) {
        var tag = answer.getHeader(HttpHeaders.ETAG);
        var caching = answer.getHeader(HttpHeaders.CACHE_CONTROL);
        return answer.statusCode() == OK
                && tag != null
                && tag.startsWith("\"")
                && caching != null
                && caching.contains("public")
                && hasBoundedBody(answer.getHeader(HttpHeaders.CONTENT_LENGTH))
                && answer.headers().getAll(HttpHeaders.VARY).stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .allMatch(name ->
                                PARTS_OF_A_QUESTION.contains(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean hasBoundedBody(String length) {
        return length != null && length.matches("\\d{1,9}") && Integer.parseInt(length) <= LARGEST_BODY;
    }

    /** The network reads them from there without another copy, and the collector frees them. */
    @SuppressWarnings("deprecation") // Until Vert.x 5, whatever else takes such memory is internal.
    private static Buffer outsideTheHeap(Buffer body) {
        return Buffer.buffer(Unpooled.wrappedBuffer(
                ByteBuffer.allocateDirect(body.length()).put(body.getBytes()).flip()));
    }

    void send(HttpServerRequest request) {
        var response = request.response();
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.headers().setAll(headersOfNotModified);
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.headers().setAll(headers);
            response.end(body);
        }
    }

    /**
     * Whether a reader has these bytes already (RFC 9110, section 13.1.2), as in the service.
     *
     * @param ifNoneMatch the header's value; null where the request has none
     */
    private boolean isKnown(String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.equals(tag)
                        || ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(String::strip)
                                .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag)));
    }

    /** How much memory it takes. */
    int bytes() {
        return HEAD + body.length();
    }
}
