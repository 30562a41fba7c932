package dev.lectern.notification.page;

import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.notification.page.AddressChanges.Change;
import dev.lectern.notification.page.Readers.Reader;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.StatesArriving;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where the mail to a new address leads: whoever reads there confirms it. A GET changes nothing, since programs look at the
 * links of mails before people do.
 */
@PermitAll
@Path("/presenter/address/{secret}")
@Produces(MediaType.TEXT_HTML)
class AddressResource {

    private final AddressChanges changes;
    private final Readers readers;
    private final Pages pages;
    private final Event<StatesArriving> arriving;
    private final Template page;

    AddressResource(
            AddressChanges changes,
            Readers readers,
            Pages pages,
            Event<StatesArriving> arriving,
            @Location("presenter-address.html") Template page) {
        this.changes = changes;
        this.readers = readers;
        this.pages = pages;
        this.arriving = arriving;
        this.page = page;
    }

    /** What the page shows. The template reads what is public. */
    record AddressPage(Reader reader, Change change, String secret, boolean isDone) {

        public boolean wasConfirmed() {
            return change.isConfirmed();
        }

        public String language() {
            return reader.wording().tag();
        }

        public String direction() {
            return reader.wording().direction();
        }

        public String path() {
            return "/presenter/address/" + secret;
        }

        public String say(String key) {
            return reader.wording()
                    .say(
                            key,
                            Map.of(
                                    "conference",
                                    reader.conference().shownTitle(),
                                    "name",
                                    reader.presenter().name(),
                                    "address",
                                    change.address()));
        }
    }

    @GET
    @Transactional
    public Response ask(@RestPath String secret) {
        return changes.withSecret(secret)
                .flatMap(change -> readers.find(change.conference(), change.presenter())
                        .map(reader -> pages.page(Response.ok(), page, new AddressPage(reader, change, secret, false))))
                .orElseGet(pages::gone);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Transactional
    public Response confirm(@RestPath String secret) {
        return changes.withSecret(secret)
                .flatMap(change -> readers.find(change.conference(), change.presenter())
                        .map(reader -> confirmed(reader, change, secret)))
                .orElseGet(pages::gone);
    }

    /** What they are in is told to the new address, as to any that the catalog tells of. */
    private Response confirmed(Reader reader, Change change, String secret) {
        if (!change.isConfirmed()) {
            var presenter = reader.presenter().id();
            // What they are in is locked first, as by whoever erases or merges them: nobody waits in a circle.
            arriving.fire(StatesArriving.ofPresenters(FormerPresenter.idsOf(presenter)));
            if (changes.confirm(secret)) {
                Address.choose(presenter, change.address());
            }
        }
        return pages.page(Response.ok(), page, new AddressPage(reader, change, secret, true));
    }
}
