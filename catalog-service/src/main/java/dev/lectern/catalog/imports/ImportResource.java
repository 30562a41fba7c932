package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.job.JobStatus;
import dev.lectern.chassis.job.Jobs;
import dev.lectern.chassis.turn.OutOfTurn;
import dev.lectern.chassis.turn.TakesLong;
import dev.lectern.formats.Format;
import dev.lectern.formats.ReportFile;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Imports into a conference. The body is the file as it is, of any media type. */
@Path("/catalog/conferences/{c}/imports")
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private static final long LARGEST_FILE = 10_000_000;

    private final Caller caller;
    private final ConferenceAccess access;
    private final Import imports;
    private final Jobs jobs;
    private final UriInfo uri;

    ImportResource(Caller caller, ConferenceAccess access, Import imports, Jobs jobs, UriInfo uri) {
        this.caller = caller;
        this.access = access;
        this.imports = imports;
        this.jobs = jobs;
        this.uri = uri;
    }

    /**
     * Answers 200 with an {@link ImportReport}; 202 with the path of its status for {@code Prefer: respond-async}, or
     * when it takes longer than callers and gateways wait.
     *
     * @param source to which the ids in the file belong; what the file says of its origin, or its format, where it is
     * absent
     */
    @POST
    @TakesLong
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Jobs.Accepted.class)))
    @Consumes(MediaType.WILDCARD)
    public Response run(
            @RestQuery String format,
            @RestQuery String source,
            @RestQuery boolean dryRun,
            @RestQuery String missing,
            @RestQuery Boolean announce,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestHeader("Prefer") String prefer,
            @MaxBytes(LARGEST_FILE) byte[] file)
            throws InterruptedException {
        var bytes = file == null ? new byte[0] : file;
        var edit = Edit.by(caller.displayName(), comment, internalComment, announce);
        return jobs.run(prefer, ReportFile.memory(bytes), () -> {
            var read = Format.named(format, bytes);
            var report = ReportFile.read(read, bytes);
            var origin = new Origin(ReportFile.source(source, report, read), read.toString());
            return imports.work(access.conference(), origin, report, Missing.named(missing), edit, dryRun);
        });
    }

    /** Where an import stands that was answered with 202. */
    @GET
    @Blocking
    @Path("{id}")
    public JobStatus status(@RestPath UUID id) {
        return jobs.status(id, uri.getPath());
    }

    /** The progress of an import as server-sent events, up to its end. */
    @GET
    @Blocking
    @Path("{id}")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @OutOfTurn
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<JobStatus> follow(@RestPath UUID id) {
        return jobs.follow(id, uri.getPath());
    }
}
