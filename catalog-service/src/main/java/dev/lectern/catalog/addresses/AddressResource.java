package dev.lectern.catalog.addresses;

import dev.lectern.catalog.audience.Audiences;
import dev.lectern.catalog.audience.Edited;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.idempotency.Idempotent;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Takes presenters' addresses from a CSV file, which is the body as it is, of any media type. */
@Path("/catalog/conferences/{c}/presenters/addresses")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class AddressResource {

    private static final long LARGEST_FILE = 1_000_000;

    private final ConferenceAccess access;
    private final Addresses addresses;
    private final Audiences audiences;

    AddressResource(ConferenceAccess access, Addresses addresses, Audiences audiences) {
        this.access = access;
        this.addresses = addresses;
        this.audiences = audiences;
    }

    @POST
    @Idempotent
    @Transactional
    public Edited<AddressReport> run(@RestQuery boolean dryRun, @MaxBytes(LARGEST_FILE) byte[] bytes) {
        var file = AddressFile.read(bytes);
        var conference = Conference.lock(access.conference());
        return audiences.edit(conference.id(), dryRun, () -> addresses.apply(conference.id(), file));
    }
}
