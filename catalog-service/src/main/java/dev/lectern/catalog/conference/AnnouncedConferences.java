package dev.lectern.catalog.conference;

import dev.lectern.chassis.republication.Announced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Each conference on its own, the deleted ones too. */
@ApplicationScoped
class AnnouncedConferences implements Announced {

    private final Conferences conferences;

    AnnouncedConferences(Conferences conferences) {
        this.conferences = conferences;
    }

    @Override
    public String topic() {
        return ConferenceEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return Conference.everyId();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        if (owner.equals(after)) {
            return List.of();
        }
        conferences.publish(Conference.lockEver(owner));
        return List.of(owner);
    }
}
