package dev.lectern.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/** Refuses a path with a part that is longer than any name, before anything looks for what may be there. */
@ApplicationScoped
public class PathBounds {

    /**
     * The bytes of a part as it is sent. The longest are addresses of 254 characters, each of which may be sent as
     * three.
     */
    public static final int LONGEST_PART = 1_000;

    private static final int BEFORE_ALL_ELSE = 1_000;

    private final ObjectMapper json;

    PathBounds(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext routing) {
        if (isBounded(routing.request().path())) {
            routing.next();
        } else {
            refuse(routing);
        }
    }

    /** Parts end at slashes, and those of RFC 3986's matrix parameters count to the part that they are of. */
    static boolean isBounded(String path) {
        var start = 0;
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            if (slash - start > LONGEST_PART) {
                return false;
            }
            start = slash + 1;
        }
        return path.length() - start <= LONGEST_PART;
    }

    private void refuse(RoutingContext routing) {
        var problem = Problem.of(CommonRefusal.URI_TOO_LONG.because("A part has at most " + LONGEST_PART + " bytes"));
        try {
            routing.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written as JSON", e);
        }
    }
}
