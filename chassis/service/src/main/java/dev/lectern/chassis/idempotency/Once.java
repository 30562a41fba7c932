package dev.lectern.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.RequestBody;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what a request asks for once, however often it comes with the same key. */
@ApplicationScoped
public class Once {

    private static final int OK = 200;

    private final HttpServerRequest request;
    private final UriInfo uri;
    private final RequestBody body;
    private final Caller caller;
    private final StoredAnswers answers;
    private final ObjectMapper json;

    Once(
            HttpServerRequest request,
            UriInfo uri,
            RequestBody body,
            Caller caller,
            StoredAnswers answers,
            ObjectMapper json) {
        this.request = request;
        this.uri = uri;
        this.body = body;
        this.caller = caller;
        this.answers = answers;
        this.json = json;
    }

    /** The key of a request, for use in a transaction that may be another thread's. */
    public interface Key {

        /** Does it, unless that was done before. */
        Object once(Callable<Object> work) throws Exception;
    }

    /** The key of the current request; one that does it each time where the request has none. */
    public Key capture() {
        var keys = request.headers().getAll(IdempotencyKey.HEADER);
        if (keys.isEmpty()) {
            return Callable::call;
        }
        var key = IdempotencyKey.of(keys, caller.id(), request, body.bytes());
        var path = uri.getPath();
        return work -> once(key, path, work);
    }

    private Object once(IdempotencyKey key, String path, Callable<Object> work) throws Exception {
        answers.begin(key);
        var result = work.call();
        // A dry run has no effect to remember.
        if (!QuarkusTransaction.isRollbackOnly()) {
            answers.keep(key, path, answer(result));
        }
        return result;
    }

    /** The body is what the framework will write, by the same mapper. */
    private KeptAnswer answer(Object result) throws JsonProcessingException {
        if (result instanceof RestResponse<?> response) {
            return new KeptAnswer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    json.writeValueAsBytes(response.getEntity()));
        }
        return new KeptAnswer(OK, null, null, json.writeValueAsBytes(result));
    }
}
