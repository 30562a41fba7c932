package dev.lectern.schedule.contact;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whether a conference has a contact, as was told last. One that nothing was told of has none. */
@Entity
@Immutable
public class Contact extends PanacheEntityBase {

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

    static void store(SettingsEvent event) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        insert into contact as stored (conference_id, revision, has_contact) values (:conference, :revision, :known)
                        on conflict (conference_id) do update set
                            revision = excluded.revision, has_contact = excluded.has_contact
                        where stored.revision < excluded.revision""")
                .setParameter("conference", event.conferenceId())
                .setParameter("revision", event.revision())
                .setParameter("known", event.hasContact())
                .executeUpdate();
    }

    public static void forget(UUID conference) {
        delete("conferenceId", conference);
    }
}
