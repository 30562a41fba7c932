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
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String READER_OF_FORMS = FormData.class.getPackageName() + ".";

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
        return inItsTurn(
                isAboutForm(e) ? refused(Refused.invalid(Fault.at("", "The form cannot be read"))) : failed(e));
    }

    /** Whatever the framework's reader of forms throws is about the form; it has no exception of its own for that. */
    private static boolean isAboutForm(Throwable e) {
        return Stream.of(e.getStackTrace()).anyMatch(call -> call.getClassName().startsWith(READER_OF_FORMS));
    }

    /**
     * Where a client sends many requests ahead, each answer begins the next request. One that is refused on the event
     * loop would do so within the call that refused the one before, until the stack is full.
     */
    private static Uni<Response> inItsTurn(Response answer) {
        var item = Uni.createFrom().item(answer);
        return Context.isOnEventLoopThread()
                ? item.emitOn(turn -> Vertx.currentContext().runOnContext(begun -> turn.run()))
                : item;
    }

    private static Response refused(Refused e) {
        var answer = Response.status(e.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(e));
        e.headers().forEach(answer::header);
        return answer.build();
    }

    private static Response noToken() {
        return unauthenticated("This needs a bearer token");
    }

    private static Response unreadable(JsonProcessingException e) {
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
        return switch (e.getResponse().getStatus()) {
            case 400 -> refused(Refused.invalid(Fault.at("", "The body cannot be read")));
            case 401 -> noToken();
            case 403 -> refused(Refused.forbidden(null));
            case 404 -> refused(Refused.notFound());
            case 405 ->
                refused(CommonRefusal.METHOD_NOT_ALLOWED
                        .because(null)
                        .withHeader(HttpHeaders.ALLOW, allowed.at(uri.getPath())));
            case 406 -> refused(CommonRefusal.NOT_ACCEPTABLE.because(null));
            case 413 -> refused(CommonRefusal.TOO_LARGE.because(null));
            case 415 -> refused(CommonRefusal.UNSUPPORTED_MEDIA_TYPE.because(null));
            default -> failed(e);
        };
    }

    private static Response failed(Throwable e) {
        if (DatabaseErrors.isTransient(e)) {
            LOG.warnf("database unavailable error=%s", e.getClass().getSimpleName());
            return refused(Refused.unavailable(null));
        }
        LOG.error("request failed", e);
        return refused(CommonRefusal.INTERNAL_ERROR.because(null));
    }

    private static Response unauthenticated(String detail) {
        return refused(
                CommonRefusal.UNAUTHENTICATED.because(detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }
}
