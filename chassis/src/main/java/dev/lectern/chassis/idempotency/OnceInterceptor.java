package dev.lectern.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.RequestBody;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs inside the endpoint's transaction, after its request was found valid and its caller was let in. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class OnceInterceptor {

    private static final int OK = 200;

    private final HttpServerRequest request;
    private final UriInfo uri;
    private final RequestBody body;
    private final Caller caller;
    private final KeptAnswers answers;
    private final ObjectMapper json;

    OnceInterceptor(
            HttpServerRequest request,
            UriInfo uri,
            RequestBody body,
            Caller caller,
            KeptAnswers answers,
            ObjectMapper json) {
        this.request = request;
        this.uri = uri;
        this.body = body;
        this.caller = caller;
        this.answers = answers;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var keys = request.headers().getAll(IdempotencyKey.HEADER);
        if (keys.isEmpty()) {
            return invocation.proceed();
        }
        var key = IdempotencyKey.of(keys, caller.id(), request, body.bytes());
        answers.begin(key);
        var result = invocation.proceed();
        // A dry run has no effect to remember.
        if (!QuarkusTransaction.isRollbackOnly()) {
            answers.keep(key, uri.getPath(), answer(result));
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
