package dev.lectern.schedule.contact;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Keeps whether conferences have a contact. Of a deleted one nothing comes back. */
@ApplicationScoped
class SettingsEvents implements EventHandler<SettingsEvent> {

    @Override
    public Topic<SettingsEvent> topic() {
        return Topic.of("notification", "settings", SettingsEvent.class);
    }

    @Override
    public void lock(List<SettingsEvent> events) {
        StoredTimetable.lockAll(events.stream().map(SettingsEvent::conferenceId).toList());
    }

    @Override
    public void accept(List<SettingsEvent> events) {
        var gone = Conferences.deletedAmong(
                events.stream().map(SettingsEvent::conferenceId).toList());
        Contact.store(events.stream()
                .filter(event -> !gone.contains(event.conferenceId()))
                .toList());
    }

    @Override
    public List<SettingsEvent> gone(long revision, int most) {
        return Contact.gone(revision, most);
    }

    void forget(@Observes ConferenceDeleted gone) {
        Contact.forget(gone.conference());
    }
}
