package dev.lectern.notification.settings;

import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.notification.replica.ConferenceDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells others what they may know of settings, in the transaction that changes them; of a deleted conference none are
 * left.
 */
@ApplicationScoped
class SettingsNews {

    private final Outbox outbox;

    SettingsNews(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The caller holds the row. */
    void tell(Settings settings) {
        send(SettingsEvent.of(settings));
    }

    void forget(@Observes ConferenceDeleted gone) {
        var settings = Settings.lockStored(gone.conference());
        if (settings != null) {
            settings.retire();
            send(SettingsEvent.ofDeleted(settings));
            settings.delete();
        }
    }

    private void send(SettingsEvent event) {
        outbox.append(SettingsEvent.TOPIC, SettingsEvent.TYPE, event.conferenceId(), event);
    }
}
