package dev.lectern.stack.gateway;

import dev.lectern.chassis.web.StoredResponse;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which answers of a service are held, and how. */
final class HeldAnswer {

    private static final int OK = 200;
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

    private HeldAnswer() {}

    /** Fails where it may not be held. */
    static Future<StoredResponse> of(HttpClientResponse answer) {
        if (!mayBe(answer)) {
            answer.request().reset();
            return Future.failedFuture("the answer is not to be held");
        }
        return answer.body().map(body -> stored(answer.headers(), body));
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

    private static StoredResponse stored(MultiMap answer, Buffer body) {
        var headers = HttpHeaders.headers();
        Headers.copy(answer, headers);
        var headersOfNotModified = HttpHeaders.headers();
        for (var name : OF_NOT_MODIFIED) {
            headers.getAll(name).forEach(value -> headersOfNotModified.add(name, value));
        }
        return new StoredResponse(headers, headersOfNotModified, body.getBytes());
    }

    /** How much memory one takes. */
    static int bytes(StoredResponse held) {
        return HEAD + held.length();
    }
}
