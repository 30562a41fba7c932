package dev.lectern.schedule.republication;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.job.JobStatus;
import dev.lectern.chassis.job.Jobs;
import dev.lectern.chassis.republication.Republication;
import dev.lectern.chassis.republication.Republished;
import io.smallrye.common.annotation.Blocking;
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

/** Announces again what this service has told others, for whoever operates it. */
@Path("/schedule/republication")
@Produces(MediaType.APPLICATION_JSON)
class RepublicationResource {

    private final Caller caller;
    private final Republication republication;
    private final Jobs jobs;
    private final UriInfo uri;

    RepublicationResource(Caller caller, Republication republication, Jobs jobs, UriInfo uri) {
        this.caller = caller;
        this.republication = republication;
        this.jobs = jobs;
        this.uri = uri;
    }

    /** Answers 200 once it is done, or 202 with the path of its status, as an import does. */
    @POST
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Republished.class)))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Jobs.Accepted.class)))
    public Response run(@RestHeader("Prefer") String prefer, @RestQuery boolean restored) throws InterruptedException {
        Republication.requireAdmin(caller);
        return jobs.run(prefer, 0, () -> republication.work(restored));
    }

    /** Where one stands that was answered with 202. */
    @GET
    @Blocking
    @Path("{id}")
    public JobStatus status(@RestPath UUID id) {
        Republication.requireAdmin(caller);
        return jobs.status(id, uri.getPath());
    }
}
