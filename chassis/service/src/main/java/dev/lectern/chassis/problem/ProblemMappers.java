package dev.lectern.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.file.InvalidOption;
import dev.lectern.chassis.file.UnreadableFile;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final AllowedMethods allowed;

    ProblemMappers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Uni<Response> whatARuleRefuses(Refused e) {
        return inItsTurn(refused(e));
    }

    @ServerExceptionMapper
    Uni<Response> whatIsInNoFile(UnreadableFile e) {
        return inItsTurn(refused(Refused.invalidFile(e.reasons().stream()
                .map(reason -> Fault.inLine(reason.line(), reason.detail()))
                .toList())));
    }

    @ServerExceptionMapper
    Uni<Response> asNoFileIsRead(InvalidOption e) {
        return inItsTurn(refused(Refused.invalid(Fault.inParameter(e.option(), e.getMessage()))));
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1)
    Uni<Response> withoutToken() {
        return inItsTurn(noToken());
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
    Uni<Response> badToken() {
        return inItsTurn(unauthenticated("The bearer token is not valid"));
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    Uni<Response> forbidden() {
        return inItsTurn(refused(Refused.forbidden(null)));
    }

    /** The subclass is named too, or the framework's own mapper for it would come first. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Uni<Response> unreadableBody(JsonProcessingException e) {
        return inItsTurn(unreadable(e));
    }

    @ServerExceptionMapper
    Uni<Response> invalid(jakarta.validation.ConstraintViolationException e) {
        return inItsTurn(refused(Refused.invalid(ValidationFaults.of(e))));
    }

    @ServerExceptionMapper
    Uni<Response> whatTheFrameworkRefuses(WebApplicationException e, UriInfo uri) {
        return inItsTurn(refusedByTheFramework(e, uri));
    }

    @ServerExceptionMapper
    Uni<Response> whatFails(Throwable e) {
        return inItsTurn(failed(e));
    }

    /**
     * Where a client sends many requests ahead, each answer begins the next request. One that is refused on the event loop would do so within
     * the call that refused the one before, until the stack is full.
     */
    private static Uni<Response> inItsTurn(Response answer) {
        var item = Uni.createFrom().item(answer);
        return Context.isOnEventLoopThread()
                ? item.emitOn(turn -> Vertx.currentContext().runOnContext(begun -> turn.run()))
                : item;
    }

    private Response refused(Refused e) {
        var answer = answer(Problem.of(e));
        e.headers().forEach(answer::header);
        return answer.build();
    }

    private Response noToken() {
        return unauthenticated("This needs a bearer token");
    }

    private Response unreadable(JsonProcessingException e) {
        return refused(Refused.invalid(JsonFaults.of(e)));
    }

    /** What the framework itself refuses: no such path, method or media type, or a body that it could not read. */
    private Response refusedByTheFramework(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (e.getCause() instanceof Refused refused) {
            return refused(refused);
        }
        var status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> refused(Refused.invalid(Fault.at("", "The body cannot be read")));
            case 401 -> noToken();
            case 403 -> refused(Refused.forbidden(null));
            case 404 -> refused(Refused.notFound());
            case 405 ->
                answer(status, "method-not-allowed", "This cannot be done here", null)
                        .header(HttpHeaders.ALLOW, allowed.at(uri.getPath()))
                        .build();
            case 406 ->
                answer(status, "not-acceptable", "There is no such representation", null)
                        .build();
            case 413 ->
                answer(status, "too-large", "The body is too large", null).build();
            case 415 ->
                answer(status, "unsupported-media-type", "This media type is not understood here", null)
                        .build();
            default -> failed(e);
        };
    }

    private Response failed(Throwable e) {
        if (DatabaseErrors.isTransient(e)) {
            LOG.warnf("database unavailable error=%s", e.getClass().getSimpleName());
            return answer(503, "unavailable", "This is not available right now", null)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.error("request failed", e);
        return answer(500, "internal-error", "Something went wrong on our side", null)
                .build();
    }

    private Response unauthenticated(String detail) {
        return answer(401, "unauthenticated", "Who are you?", detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private ResponseBuilder answer(int status, String kind, String title, String detail) {
        return answer(Problem.of(status, kind, title, detail));
    }

    private ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
