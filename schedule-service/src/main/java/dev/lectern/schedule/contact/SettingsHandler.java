package dev.lectern.schedule.contact;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps whether conferences have a contact. Of a deleted one nothing comes back. */
@ApplicationScoped
class SettingsHandler implements EventHandler<SettingsEvent> {

    @Override
    public String topic() {
        return "lectern.notification.settings.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.settings.v1";
    }

    @Override
    public Class<SettingsEvent> event() {
        return SettingsEvent.class;
    }

    @Override
    public void lock(List<SettingsEvent> events) {
        StoredTimetable.lockAll(events.stream().map(SettingsEvent::conferenceId).toList());
    }

    @Override
    public void accept(SettingsEvent event) {
        if (!Conference.isDeleted(event.conferenceId())) {
            Contact.store(event);
        }
    }
}
