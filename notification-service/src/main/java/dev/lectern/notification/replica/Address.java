package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where a presenter is written to, as the catalog last told. */
@Entity
@Immutable
public class Address extends PanacheEntityBase {

    private static final Replica<AddressEvent> REPLICA = new Replica<>("address", AddressEvent.class);

    @Id
    private UUID id;

    private long revision;
    private UUID conferenceId;
    private String email;
    private String ownEmail;
    private String ownEmailOver;

    protected Address() {}

    /** Returns those that were news. */
    static List<AddressEvent> store(List<AddressEvent> events) {
        return REPLICA.store(events);
    }

    /** Some of which a restored catalog knows nothing, as it would tell. */
    static List<AddressEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> known.gone(revision))
                .toList();
    }

    /** Who is nobody any more is not written to, even before the address' own last event. */
    static void forget(UUID presenter) {
        getEntityManager()
                .createNativeQuery("update address set email = null, own_email = null, own_email_over = null,"
                        + " deleted = true where id = :id")
                .setParameter("id", presenter)
                .executeUpdate();
    }

    static void eraseAllOf(UUID conference) {
        getEntityManager()
                .createNativeQuery("update address set email = null, own_email = null, own_email_over = null,"
                        + " deleted = true where conference_id = :conference")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    /** The presenter's. */
    public UUID id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    /** That which the presenter confirmed before the catalog's; null where they have none. */
    public String email() {
        return ownEmail != null && Objects.equals(email, ownEmailOver) ? ownEmail : email;
    }

    /**
     * What a presenter confirmed; it holds until the catalog tells of another address than it does now. The caller holds
     * what the presenter is in.
     */
    public static void choose(UUID presenter, String address) {
        getEntityManager()
                .createNativeQuery("update address set own_email = :address, own_email_over = email where id = :id")
                .setParameter("address", address)
                .setParameter("id", presenter)
                .executeUpdate();
    }
}
