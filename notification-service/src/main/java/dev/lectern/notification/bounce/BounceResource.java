package dev.lectern.notification.bounce;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.notification.NotificationRefusal;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Takes reports about mail that did not arrive, as a mail server hands them on. */
@Path("/notification/bounces")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class BounceResource {

    record HeededReport(Bounces.Effect effect, UUID notice, String status) {}

    private final Caller caller;
    private final Bounces bounces;

    BounceResource(Caller caller, Bounces bounces) {
        this.caller = caller;
        this.bounces = bounces;
    }

    /** The same report once more has no other effect. */
    @POST
    @Idempotent
    @Transactional
    public HeededReport take(@MaxBytes(Bounces.LARGEST_REPORT) byte[] message) {
        caller.requireAdmin("Only an admin may say that mail did not arrive");
        return bounces.take(message, Bounces.Source.REQUEST)
                .map(taken -> new HeededReport(taken.effect(), taken.notice(), taken.status()))
                .orElseThrow(() -> NotificationRefusal.UNUSABLE_REPORT.because(
                        "It is no report of a mail server about a mail (RFC 3464), or not about one of ours"));
    }
}
