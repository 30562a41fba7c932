package dev.lectern.schedule.availability;

import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.PresenterErased;
import dev.lectern.schedule.replica.PresenterMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How availability is read and replaced, of a room as of a presenter. Callers have seen to it that there is such a one.
 */
@ApplicationScoped
public class Availabilities {

    @Transactional
    RestResponse<AvailabilityAnswer> get(UUID conference, UUID subject) {
        var zone = Conferences.get(conference).timeZone();
        return tagged(Availability.of(conference, subject), zone);
    }

    /** The conference is locked first, so that neither its deletion nor another zone comes between. */
    @Transactional
    RestResponse<AvailabilityAnswer> replace(UUID conference, UUID subject, IfMatch ifMatch, NewAvailability request) {
        var zone = Conferences.lock(conference)
                .orElseThrow(() -> Refused.notFound("The conference was deleted a moment ago"))
                .timeZone();
        var availability = Availability.of(conference, subject);
        IfMatch.honour(ifMatch, availability.revision(), () -> AvailabilityAnswer.of(availability, zone));
        availability.become(request.in(zone));
        availability.persist();
        return tagged(availability, zone);
    }

    /**
     * Whoever is another presenter from now on can be had when that one can, or as was said of them where nothing was
     * said of that one.
     */
    void follow(@Observes PresenterMerged merged) {
        Availability.<Availability>findByIdOptional(merged.presenter()).ifPresent(known -> {
            var others = Availability.of(merged.conference(), merged.into());
            if (others.ranges().isEmpty()) {
                others.become(known.ranges());
                others.persist();
            }
            known.delete();
        });
    }

    void forget(@Observes PresenterErased erased) {
        Availability.deleteById(erased.presenter());
    }

    void forget(@Observes ConferenceDeleted gone) {
        Availability.delete("conferenceId", gone.conference());
    }

    private static RestResponse<AvailabilityAnswer> tagged(Availability availability, ZoneId zone) {
        return Tagged.ok(AvailabilityAnswer.of(availability, zone), availability.revision());
    }
}
