package dev.lectern.schedule.imports;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.job.JobStatus;
import dev.lectern.chassis.job.Jobs;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.turn.OutOfTurn;
import dev.lectern.chassis.turn.TakesLong;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.formats.ReportFile;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.CurrentConference;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Imports into a schedule: the same files that the catalog takes contributions from. The body is the file as it is, of
 * any media type.
 */
@Path("/schedule/conferences/{c}/imports")
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private static final long LARGEST_FILE = 10_000_000;

    private final CurrentConference conference;
    private final Caller caller;
    private final ScheduleImport imports;
    private final Jobs jobs;
    private final UriInfo uri;

    ImportResource(CurrentConference conference, Caller caller, ScheduleImport imports, Jobs jobs, UriInfo uri) {
        this.conference = conference;
        this.caller = caller;
        this.imports = imports;
        this.jobs = jobs;
        this.uri = uri;
    }

    /**
     * Waits until all is here that the catalog has told, then answers 200 with an {@link ImportReport}; 503 where that
     * does not come; 202 with the path of its status for {@code Prefer: respond-async}, or when it takes longer than
     * callers and gateways wait.
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
        return jobs.run(prefer, ReportFile.memory(bytes), () -> {
            var known = known(format, bytes);
            var report = ReportFile.readPlaces(known, bytes);
            requirePlaces(report);
            var said = comment == null ? "import of " + title(known, report) : comment;
            return imports.work(
                    conference.id(),
                    known,
                    ReportFile.source(source, report, known),
                    report,
                    Missing.named(missing),
                    Signature.of(caller.displayName(), said, internalComment, announce),
                    dryRun);
        });
    }

    private static Format known(String format, byte[] file) {
        var known = Format.named(format, file);
        if (!known.hasPlaces()) {
            throw Refused.invalid(Fault.inParameter("format", "A report of contributions has no rooms and times"));
        }
        return known;
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

    private static void requirePlaces(ContributionReport report) {
        if (report.contributions().stream().noneMatch(ReportedContribution::isPlaced)) {
            throw Refused.invalidFile(List.of(Fault.inLine(1, "The file has no entry with both a room and a time")));
        }
    }

    private static String title(Format format, ContributionReport report) {
        return report.title() == null ? "a file (" + format + ")" : report.title();
    }
}
