package dev.lectern.notification.replica;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where a presenter is written to, as the catalog last told. */
@Entity
@Immutable
public class Address extends PanacheEntityBase {

    private static final String UPSERT = """
            insert into address as stored (id, revision, deleted, conference_id, email)
            select id, revision, deleted, "conferenceId", email
            from jsonb_to_record(cast(:event as jsonb)) as event (
                id uuid, revision bigint, deleted boolean, "conferenceId" uuid, email text)
            on conflict (id) do update set
                revision = excluded.revision, deleted = excluded.deleted, email = excluded.email
            where stored.revision < excluded.revision""";

    @Id
    private UUID id;

    private long revision;
    private String email;

    protected Address() {}

    static boolean store(AddressEvent event) {
        return Upsert.run(UPSERT, event);
    }

    /** Who is nobody any more is not written to, even before the address' own last event. */
    static void forget(UUID presenter) {
        getEntityManager()
                .createNativeQuery("update address set email = null, deleted = true where id = :id")
                .setParameter("id", presenter)
                .executeUpdate();
    }

    static void eraseAllOf(UUID conference) {
        getEntityManager()
                .createNativeQuery("update address set email = null, deleted = true where conference_id = :conference")
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

    /** Null where the presenter has none. */
    public String email() {
        return email;
    }
}
