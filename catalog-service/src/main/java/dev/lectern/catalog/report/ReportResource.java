package dev.lectern.catalog.report;

import dev.lectern.catalog.conference.ConferenceAccess;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/catalog/conferences/{c}/report")
class ReportResource {

    private final ConferenceAccess access;

    ReportResource(ConferenceAccess access) {
        this.access = access;
    }

    /**
     * No transaction is open while it is written, which may take a while.
     *
     * @param format txt, md, pdf, csv or json; without it Accept decides, and csv is for whoever accepts all
     */
    @GET
    @Produces(MediaType.WILDCARD)
    public Response get(@RestQuery String format, @Context Request request) {
        var chosen = ReportFormat.of(format, request);
        var report = QuarkusTransaction.requiringNew().call(() -> Report.of(access.conference()));
        return Response.ok(chosen.write(report), chosen.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + chosen.fileName() + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
