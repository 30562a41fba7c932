package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.formats.Format;
import dev.lectern.formats.ReportFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Imports into a conference. The body is the file as it is, of any media type. */
@Path("/catalog/conferences/{c}/imports")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private static final long LARGEST_FILE = 10_000_000;

    private final Caller caller;
    private final ConferenceAccess access;
    private final Import imports;

    ImportResource(Caller caller, ConferenceAccess access, Import imports) {
        this.caller = caller;
        this.access = access;
        this.imports = imports;
    }

    @POST
    @Idempotent
    @Transactional
    public ImportReport run(
            @RestQuery String format,
            @RestQuery boolean dryRun,
            @RestQuery String source,
            @RestQuery String missing,
            @RestQuery Boolean announce,
            @RestQuery String comment,
            @MaxBytes(LARGEST_FILE) byte[] file) {
        var bytes = file == null ? new byte[0] : file;
        var read = Format.named(format, bytes);
        var report = ReportFile.read(read, bytes);
        var edit = Edit.by(caller.displayName(), comment, announce);
        var result = imports.run(
                access.conference(),
                new Origin(ReportFile.source(source, report, read), read.toString()),
                report,
                Missing.named(missing),
                edit);
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return result;
    }
}
