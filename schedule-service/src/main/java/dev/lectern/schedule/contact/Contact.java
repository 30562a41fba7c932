package dev.lectern.schedule.contact;

import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whether a conference has a contact, as was told last. One that nothing was told of has none. */
@Entity
@Immutable
public class Contact extends PanacheEntityBase {

    private static final Replica<SettingsEvent> REPLICA = new Replica<>("contact", SettingsEvent.class);

    @Id
    private UUID conferenceId;

    // Compared in SQL, and asked for by it.
    @SuppressWarnings("UnusedVariable")
    private long revision;

    @SuppressWarnings("UnusedVariable")
    private boolean hasContact;

    protected Contact() {}

    public static boolean isKnown(UUID conference) {
        return count("conferenceId = ?1 and hasContact", conference) > 0;
    }

    static void store(List<SettingsEvent> events) {
        REPLICA.store(events);
    }

    /** Some of which a restored notification service knows nothing, as it would tell. */
    static List<SettingsEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "has_contact", most).stream()
                .map(known -> new SettingsEvent(known.conferenceId(), revision, false))
                .toList();
    }

    static void forget(UUID conference) {
        delete("conferenceId", conference);
    }
}
