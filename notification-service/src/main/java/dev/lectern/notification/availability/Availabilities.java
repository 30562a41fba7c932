package dev.lectern.notification.availability;

import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.republication.Announced;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.ConferenceDeleted;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.PresenterChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what presenters say, and tells it to others in the same transaction. */
@ApplicationScoped
public class Availabilities implements Announced {

    private final Outbox outbox;

    Availabilities(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Empty where nothing was said; without ranges any time will do. */
    public Optional<List<LocalRange>> of(UUID presenter) {
        return Availability.<Availability>findByIdOptional(presenter).map(Availability::ranges);
    }

    /** From now on; the same again is no news. */
    public void say(UUID conference, UUID presenter, List<LocalRange> ranges) {
        var said = Availability.lock(conference, presenter);
        if (said.become(ranges)) {
            send(AvailabilityEvent.of(said, timeZone(conference)));
        }
    }

    /** Whoever is another one from now on has said for that one what they said, unless that one said something too. */
    void follow(@Observes PresenterChanged changed) {
        var identities = FormerPresenter.identities(changed.presenters());
        for (var said : Availability.lockAll(changed.presenters())) {
            var today = identities.traced(said.presenterId());
            if (identities.isErased(said.presenterId()) || !today.equals(said.presenterId())) {
                forget(said);
                if (!identities.isErased(said.presenterId()) && of(today).isEmpty()) {
                    say(said.conferenceId(), today, said.ranges());
                }
            }
        }
    }

    void forget(@Observes ConferenceDeleted gone) {
        Availability.lockAllOf(gone.conference()).forEach(this::forget);
    }

    private void forget(Availability said) {
        send(AvailabilityEvent.ofDeleted(said, timeZone(said.conferenceId())));
        said.delete();
    }

    private static String timeZone(UUID conference) {
        return Conference.<Conference>findById(conference).timeZone();
    }

    private void send(AvailabilityEvent event) {
        outbox.append(AvailabilityEvent.TOPIC, AvailabilityEvent.TYPE, event.presenterId(), event);
    }

    @Override
    public String topic() {
        return AvailabilityEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return Availability.conferences();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        var next = Availability.lockNext(owner, after, most);
        next.forEach(said -> send(AvailabilityEvent.of(said, timeZone(owner))));
        return next.stream().map(Availability::presenterId).toList();
    }
}
