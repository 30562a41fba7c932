package dev.lectern.notification.briefing;

import dev.lectern.notification.settings.Mailbox;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.mail.internet.AddressException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whom calendar programs take for the organizer of a conference's talks, for good. */
@Entity
@Immutable
class Organizer extends PanacheEntityBase {

    @Id
    private UUID conferenceId;

    private String address;

    protected Organizer() {}

    /** The conference's organizer; at its first notice that becomes the sender. */
    static String of(UUID conference, String sender) {
        Organizer known = findById(conference);
        return known == null ? fix(conference, sender) : known.address;
    }

    private static String fix(UUID conference, String sender) {
        Panache.getEntityManager()
                .createNativeQuery("insert into organizer (conference_id, address) values (:conference, :address)"
                        + " on conflict do nothing")
                .setParameter("conference", conference)
                .setParameter("address", address(sender))
                .executeUpdate();
        return Organizer.<Organizer>findById(conference).address;
    }

    private static String address(String sender) {
        try {
            return Mailbox.address(sender);
        } catch (AddressException e) {
            throw new IllegalStateException("settings hold what is not a mailbox", e);
        }
    }
}
