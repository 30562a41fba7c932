package dev.lectern.notification.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of each conference, the defaults where there are none. */
@ApplicationScoped
public class ConferenceSettings {

    /** What organisers may expect who never set anything: part of the API, so not configurable. */
    public static final Duration QUIET_PERIOD = Duration.ofMinutes(2);

    public static final Duration MAX_DELAY = Duration.ofMinutes(15);

    public static final String DEFAULT_LANGUAGE = "en";

    public static final int BUNDLE_FROM = 4;

    /** So many that no release slows anybody down who has not asked for it. */
    public static final int MAILS_PER_HOUR = 1_000;

    private final SettingsRequest defaults;

    ConferenceSettings(@ConfigProperty(name = "lectern.mail.from") String from) {
        this.defaults = new SettingsRequest(
                        QUIET_PERIOD, MAX_DELAY, from, null, null, DEFAULT_LANGUAGE, BUNDLE_FROM, false, MAILS_PER_HOUR)
                .checked();
    }

    public Settings of(UUID conference) {
        return Settings.of(conference, defaults);
    }

    Settings lock(UUID conference) {
        return Settings.lock(conference, defaults);
    }

    SettingsRequest complete(SettingsRequest request) {
        return request.withDefaults(defaults).checked();
    }
}
