package dev.lectern.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers with the state of something that {@code If-Match} can name: their {@code ETag} is its revision. */
public final class Tagged {

    private Tagged() {}

    public static <T> RestResponse<T> ok(T state, long revision) {
        return answer(ResponseBuilder.<T>create(Status.OK), state, revision);
    }

    /** @param path where the new thing is found from now on */
    public static <T> RestResponse<T> created(String path, T state, long revision) {
        return answer(ResponseBuilder.<T>create(Status.CREATED).header(HttpHeaders.LOCATION, path), state, revision);
    }

    private static <T> RestResponse<T> answer(ResponseBuilder<T> answer, T state, long revision) {
        return answer.entity(state)
                .header(HttpHeaders.ETAG, IfMatch.tag(revision))
                .build();
    }
}
