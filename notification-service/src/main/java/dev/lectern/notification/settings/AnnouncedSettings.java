package dev.lectern.notification.settings;

import dev.lectern.chassis.republication.Announced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The settings of each conference; those of a deleted one are gone. */
@ApplicationScoped
class AnnouncedSettings implements Announced {

    private final SettingsNews news;

    AnnouncedSettings(SettingsNews news) {
        this.news = news;
    }

    @Override
    public String topic() {
        return SettingsEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return Settings.told();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        var settings = owner.equals(after) ? null : Settings.lockStored(owner);
        if (settings == null) {
            return List.of();
        }
        news.tell(settings);
        return List.of(owner);
    }
}
