package dev.lectern.notification.settings;

import java.util.UUID;

/**
 * What others may know of the settings of a conference; the contract is in {@code events/settings.v1.schema.json}. No
 * address is among it.
 *
 * @param deleted with its conference
 */
record SettingsEvent(UUID conferenceId, long revision, boolean deleted, boolean hasContact) {

    static final String TOPIC = "lectern.notification.settings.v1";
    static final String TYPE = "dev.lectern.settings.v1";

    static SettingsEvent of(Settings settings) {
        return new SettingsEvent(settings.conferenceId(), settings.revision(), false, settings.contact() != null);
    }

    static SettingsEvent ofDeleted(Settings settings) {
        return new SettingsEvent(settings.conferenceId(), settings.revision(), true, false);
    }
}
