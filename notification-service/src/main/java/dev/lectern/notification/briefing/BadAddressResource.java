package dev.lectern.notification.briefing;

import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.CurrentConference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Touched;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What is known against a presenter's address. */
@Path("/notification/conferences/{c}/presenters/{id}/bad-address")
@Produces(MediaType.APPLICATION_JSON)
class BadAddressResource {

    /** @param trusted whether it was taken for a bad one */
    record TrustedAddress(boolean trusted) {}

    private final CurrentConference conference;
    private final BadAddresses addresses;
    private final Event<Touched> touched;

    BadAddressResource(CurrentConference conference, BadAddresses addresses, Event<Touched> touched) {
        this.conference = conference;
        this.addresses = addresses;
        this.touched = touched;
    }

    /** The address is right: what the presenter was not told is sent there. */
    @DELETE
    @Transactional
    public TrustedAddress trust(@RestPath UUID id) {
        var ids = FormerPresenter.idsOf(id);
        var today = FormerPresenter.identities(ids).traced(id);
        var trusted = Optional.<Address>ofNullable(Address.findById(today))
                .filter(address -> address.conferenceId().equals(conference.id()) && address.email() != null)
                .map(address -> addresses.trust(conference.id(), address.email(), ids))
                .orElse(false);
        touched.fire(new Touched());
        return new TrustedAddress(trusted);
    }
}
