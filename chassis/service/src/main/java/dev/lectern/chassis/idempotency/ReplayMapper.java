package dev.lectern.chassis.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives an answer again, byte by byte. */
class ReplayMapper {

    @ServerExceptionMapper
    Response again(Replayed e) {
        var answer = e.answer();
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.entityTag())
                .entity(answer.body())
                .build();
    }
}
