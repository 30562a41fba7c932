package dev.lectern.catalog.report;

import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/catalog/conferences/{c}/report")
class ReportResource {

    private final ConferenceAccess access;

    ReportResource(ConferenceAccess access) {
        this.access = access;
    }

    /** @param format only csv yet, and so without */
    @GET
    @Produces("text/csv; charset=UTF-8; header=present")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"contributions.csv\"")
    @Transactional
    public byte[] get(@RestQuery String format) {
        if (format != null && !format.equals("csv")) {
            throw Refused.invalid(Fault.inParameter("format", "Only csv is offered"));
        }
        return ReportTable.of(access.conference());
    }
}
