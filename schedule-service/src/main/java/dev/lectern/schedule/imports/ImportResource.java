package dev.lectern.schedule.imports;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.formats.ReportFile;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.replica.CurrentConference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/** Imports into a schedule: the same files that the catalog takes contributions from. The body is the file as it is, of any media type. */
@Path("/schedule/conferences/{c}/imports")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private static final long LARGEST_FILE = 10_000_000;

    private final CurrentConference conference;
    private final Caller caller;
    private final ScheduleImport imports;
    private final Eventually eventually;
    private final Duration stall;
    private final Duration longestWait;

    ImportResource(
            CurrentConference conference,
            Caller caller,
            ScheduleImport imports,
            Eventually eventually,
            @ConfigProperty(name = "lectern.imports.stall") Duration stall,
            @ConfigProperty(name = "lectern.imports.longest-wait") Duration longestWait) {
        this.conference = conference;
        this.caller = caller;
        this.imports = imports;
        this.eventually = eventually;
        this.stall = stall;
        this.longestWait = longestWait;
    }

    @POST
    @Idempotent
    @Transactional
    public ImportReport run(
            @RestQuery String format,
            @RestQuery boolean dryRun,
            @RestQuery String missing,
            @RestQuery Boolean announce,
            @RestQuery String comment,
            @MaxBytes(LARGEST_FILE) byte[] file) {
        var bytes = file == null ? new byte[0] : file;
        var known = Format.named(format, bytes);
        if (!known.hasPlaces()) {
            throw Refused.invalid(Fault.inParameter("format", "A report of contributions says of no room"));
        }
        var absent = Missing.named(missing);
        var report = ReportFile.read(known, bytes);
        var talks = new FileTalks(conference.id(), placed(report));
        // Nothing is locked yet, but for the caller's own idempotency key.
        eventually.settle(talks::missing, stall, longestWait);
        var by = Signature.of(caller, comment == null ? "import of " + title(known, report) : comment, announce);
        var result = imports.run(conference.id(), known, report, talks, absent, by);
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return result;
    }

    private static List<ReportedContribution> placed(ContributionReport report) {
        var placed = report.contributions().stream()
                .filter(ReportedContribution::isPlaced)
                .toList();
        if (placed.isEmpty()) {
            throw TextFile.invalid(List.of(Fault.inLine(1, "The file says of nothing where and when it is")));
        }
        return placed;
    }

    private static String title(Format format, ContributionReport report) {
        return report.title() == null ? "a file (" + format + ")" : report.title();
    }
}
