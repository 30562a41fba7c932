package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.Conference;
import dev.lectern.chassis.republication.Announced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The contributions of each conference, withdrawn and deleted ones too. */
@ApplicationScoped
class AnnouncedContributions implements Announced {

    private final Contributions contributions;

    AnnouncedContributions(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public String topic() {
        return ContributionEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return Conference.everyId();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        Conference.lockEver(owner);
        var next = Contribution.everAfter(owner, after, most);
        next.forEach(contributions::send);
        return next.stream().map(Contribution::id).toList();
    }
}
