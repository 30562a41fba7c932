package dev.lectern.schedule.publication;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.chassis.replica.OwnTransaction;
import dev.lectern.schedule.change.Edited;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.contact.Contact;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Publish;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.edit.Unpublish;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

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
    private final OwnTransaction transaction;
    private final Duration patience;

    /**
     * @param patience how long a contact that a script has just set may be on its way here; without one that is waited
     * for nothing
     */
    PublicationResource(
            CurrentConference conference,
            Caller caller,
            Editing editing,
            Eventually eventually,
            OwnTransaction transaction,
            @ConfigProperty(name = "lectern.publication.patience") Duration patience) {
        this.conference = conference;
        this.caller = caller;
        this.editing = editing;
        this.eventually = eventually;
        this.transaction = transaction;
        this.patience = patience;
    }

    @PUT
    public RestResponse<Edited<PublicationAnswer>> publish(
            @RestHeader("If-Match") IfMatch ifMatch, @RestQuery boolean dryRun, @Valid PublicationRequest request) {
        var given = Objects.requireNonNullElse(request, PublicationRequest.EMPTY);
        eventually.settle(() -> missing().size(), patience, patience);
        return transaction.call(() -> edit(
                ifMatch,
                dryRun,
                Signature.of(caller.displayName(), given.comment(), given.internalComment(), given.announce())
                        .holding(given.hold()),
                new Publish(),
                this::allAndMissing));
    }

    @DELETE
    @Transactional
    public RestResponse<Edited<PublicationAnswer>> unpublish(
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        return edit(
                ifMatch,
                dryRun,
                Signature.of(caller.displayName(), comment, internalComment, announce),
                new Unpublish(),
                List::of);
    }

    /** From now on everybody sees all of it, so all of it is warned of. */
    private List<Warning> allAndMissing() {
        return Stream.concat(
                        missing().stream(),
                        Warnings.among(
                                conference.id(),
                                StoredTimetable.of(conference.id()).bookings())
                                .stream())
                .toList();
    }

    private List<Warning> missing() {
        return Contact.isKnown(conference.id()) ? List.of() : List.of(NO_CONTACT);
    }

    /**
     * @param more what there is to warn of besides, looked for under the schedule's lock: what is read before it may be
     * stale
     */
    private RestResponse<Edited<PublicationAnswer>> edit(
            IfMatch ifMatch, boolean dryRun, Signature by, Operation operation, Supplier<List<Warning>> more) {
        var timetable = StoredTimetable.locked(conference.id());
        IfMatch.honour(ifMatch, timetable.schedule().version(), () -> PublicationAnswer.of(timetable));
        var applied = editing.apply(conference.id(), by, Command.of(operation), dryRun);
        return Tagged.ok(
                Edited.of(PublicationAnswer.of(timetable), applied, dryRun, more.get()),
                timetable.schedule().version());
    }
}
