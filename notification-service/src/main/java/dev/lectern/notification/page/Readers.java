package dev.lectern.notification.page;

import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.Wording;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.replica.Slot;
import dev.lectern.notification.settings.ConferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who looks at a page. Runs in a transaction. */
@ApplicationScoped
class Readers {

    /** After the last talk or session of the conference has ended. */
    private static final Duration KEPT = Duration.ofDays(60);

    /** Whose page it is. */
    record Reader(Conference conference, Presenter presenter, Wording wording) {}

    private final ConferenceSettings settings;

    Readers(ConferenceSettings settings) {
        this.settings = settings;
    }

    /** Empty where the conference is over, or either is gone. */
    Optional<Reader> find(UUID conferenceId, UUID presenterId) {
        Conference conference = Conference.findById(conferenceId);
        var today = FormerPresenter.identities(List.of(presenterId)).traced(presenterId);
        Presenter presenter = Presenter.findById(today);
        if (conference == null
                || conference.isDeleted()
                || presenter == null
                || presenter.isDeleted()
                || isOver(conference)) {
            return Optional.empty();
        }
        return Optional.of(new Reader(conference, presenter, wording(conference, presenter)));
    }

    private static boolean isOver(Conference conference) {
        return Slot.lastEnd(conference.id())
                .map(end -> end.plus(KEPT).isBefore(Instant.now()))
                .orElse(false);
    }

    private Wording wording(Conference conference, Presenter presenter) {
        var otherwise = settings.of(conference.id()).defaultLanguage();
        return new Wording(Language.of(presenter.locale(), otherwise), ZoneId.of(conference.timeZone()));
    }
}
