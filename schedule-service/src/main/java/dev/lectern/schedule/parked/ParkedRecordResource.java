package dev.lectern.schedule.parked;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.events.ParkedRecord;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.ParkedRetries;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.job.JobStatus;
import dev.lectern.chassis.job.Jobs;
import dev.lectern.chassis.parked.Retried;
import dev.lectern.chassis.parked.RetryOfAll;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The records that this service could not take in, for whoever operates it. */
@Path("/schedule/parked-records")
@Produces(MediaType.APPLICATION_JSON)
class ParkedRecordResource {

    private final Caller caller;
    private final ParkedRecords parked;
    private final ParkedRetries retries;
    private final Jobs jobs;
    private final UriInfo uri;

    ParkedRecordResource(Caller caller, ParkedRecords parked, ParkedRetries retries, Jobs jobs, UriInfo uri) {
        this.caller = caller;
        this.parked = parked;
        this.retries = retries;
        this.jobs = jobs;
        this.uri = uri;
    }

    @GET
    public Page<ParkedRecord> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        requireAdmin();
        return parked.page(pageSize, pageToken);
    }

    @POST
    @Path("{id}/retry")
    @Idempotent
    @Transactional
    public ParkedRecord retry(@RestPath long id) {
        requireAdmin();
        return retries.retry(id);
    }

    @DELETE
    @Path("{id}")
    public ParkedRecord discard(@RestPath long id) {
        requireAdmin();
        return parked.discard(id);
    }

    @DELETE
    public ParkedRecords.Discarded discardAll() {
        requireAdmin();
        return parked.discardAll();
    }

    /** Answers 200 once all have been tried, or 202 with the path of its status, as an import does. */
    @POST
    @Path("retries")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Retried.class)))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Jobs.Accepted.class)))
    public Response retryAll(@RestHeader("Prefer") String prefer) throws InterruptedException {
        requireAdmin();
        return jobs.run(prefer, 0, () -> new RetryOfAll(retries));
    }

    @GET
    @Blocking
    @Path("retries/{id}")
    public JobStatus status(@RestPath UUID id) {
        requireAdmin();
        return jobs.status(id, uri.getPath());
    }

    private void requireAdmin() {
        caller.requireAdmin("Only an admin may handle parked records");
    }
}
