package dev.lectern.schedule.publication;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.Operation;
import dev.lectern.schedule.change.Publish;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.change.Unpublish;
import dev.lectern.schedule.contact.Contact;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.warning.Warning;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}/publication")
class PublicationResource {

    private static final Warning NO_CONTACT = new Warning(
            "no-contact",
            "The presenters have nobody to ask: the settings of the notices name no contact",
            List.of(),
            List.of());

    private final CurrentConference conference;
    private final Caller caller;
    private final Editing editing;
    private final Eventually eventually;
    private final Duration patience;

    /** @param patience how long a contact that a script has just set may be on its way here; without one that is waited for nothing */
    PublicationResource(
            CurrentConference conference,
            Caller caller,
            Editing editing,
            Eventually eventually,
            @ConfigProperty(name = "lectern.publication.patience") Duration patience) {
        this.conference = conference;
        this.caller = caller;
        this.editing = editing;
        this.eventually = eventually;
        this.patience = patience;
    }

    @PUT
    public RestResponse<PublicationAnswer> publish(
            @RestHeader("If-Match") IfMatch ifMatch, @Valid PublicationRequest request) {
        var given = Objects.requireNonNullElse(request, PublicationRequest.EMPTY);
        eventually.settle(() -> missing().size(), patience, patience);
        return QuarkusTransaction.requiringNew()
                .call(() -> edit(
                        ifMatch,
                        Signature.of(caller, given.comment(), given.internalComment(), given.announce()),
                        new Publish(),
                        missing()));
    }

    @DELETE
    @Transactional
    public RestResponse<PublicationAnswer> unpublish(
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        return edit(ifMatch, Signature.of(caller, comment, internalComment, announce), new Unpublish(), List.of());
    }

    private List<Warning> missing() {
        return Contact.isKnown(conference.id()) ? List.of() : List.of(NO_CONTACT);
    }

    private RestResponse<PublicationAnswer> edit(
            IfMatch ifMatch, Signature by, Operation operation, List<Warning> warnings) {
        var schedule = Schedule.lock(conference.id());
        IfMatch.honour(ifMatch, schedule.version(), () -> PublicationAnswer.of(schedule, List.of()));
        editing.apply(conference.id(), by, operation);
        return ResponseBuilder.ok(PublicationAnswer.of(schedule, warnings))
                .tag(Long.toString(schedule.version()))
                .build();
    }
}
