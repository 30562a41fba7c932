package dev.lectern.catalog.conference;

import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;

/** Finds and makes conferences, and publishes what became of them. */
@ApplicationScoped
public class Conferences {

    private final Outbox outbox;

    Conferences(Outbox outbox) {
        this.outbox = outbox;
    }

    public void publish(Conference conference) {
        outbox.append(ConferenceEvent.TOPIC, ConferenceEvent.TYPE, conference.id(), ConferenceEvent.of(conference));
    }

    /** The conferences that the caller runs or may look at, an admin's all, by slug from behind {@code after}. */
    List<Conference> of(Caller caller, String after, int limit) {
        var memberships = caller.isOrganiser() ? caller.memberships() : List.<String>of();
        return Panache.getSession()
                .createNativeQuery("""
                        select * from conference
                        where not deleted and slug > ?1
                          and (?2 or organisers && cast(?3 as text[]) or viewers && cast(?3 as text[]))
                        order by slug limit ?4""", Conference.class)
                .setParameter(1, after)
                .setParameter(2, caller.isAdmin())
                .setParameter(3, memberships.toArray(String[]::new))
                .setParameter(4, limit)
                .getResultList();
    }

    /** An organiser who creates a conference runs it; an admin may create one for others. */
    Conference create(CreateConference request, Caller caller) {
        var organisers = new ArrayList<>(request.organisers() == null ? List.of() : request.organisers());
        if (caller.isOrganiser() || organisers.isEmpty()) {
            organisers.add(membership(caller));
        }
        var viewers = request.viewers() == null ? List.<String>of() : request.viewers();
        var conference = new Conference(
                request.slug(),
                request.title(),
                request.timeZone(),
                request.days(),
                new Members(organisers, viewers),
                request.look(),
                Edit.now());
        try {
            conference.persistAndFlush();
        } catch (PersistenceException e) {
            throw slugTaken(e);
        }
        return conference;
    }

    /** The address, where there is one: it is what other organisers know. */
    private static String membership(Caller caller) {
        return caller.memberships().stream()
                .reduce((subject, address) -> address)
                .orElseThrow(() -> Refused.forbidden("Your token names you by nothing that can be relied on"));
    }

    private static RuntimeException slugTaken(PersistenceException e) {
        return DatabaseErrors.constraint(e)
                .filter("conference_slug_is_unique"::equals)
                .<RuntimeException>map(
                        constraint -> CatalogRefusal.SLUG_TAKEN.because("Another conference has it, or had it once"))
                .orElse(e);
    }
}
