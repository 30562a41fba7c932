package dev.lectern.notification.replica;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A presenter, as the catalog last told of them. */
@Entity
@Immutable
public class Presenter extends PanacheEntityBase {

    private static final String UPSERT = """
            insert into presenter as stored (id, revision, deleted, conference_id, name, locale)
            select id, revision, deleted, "conferenceId", name, locale
            from jsonb_to_record(cast(:event as jsonb)) as event (
                id uuid, revision bigint, deleted boolean, "conferenceId" uuid, name text, locale text)
            on conflict (id) do update set
                revision = excluded.revision, deleted = excluded.deleted, name = excluded.name,
                locale = excluded.locale
            where stored.revision < excluded.revision""";

    @Id
    private UUID id;

    private long revision;
    private boolean deleted;
    private String name;

    protected Presenter() {}

    static boolean store(PresenterEvent event) {
        return Upsert.run(UPSERT, event);
    }

    static void eraseAllOf(UUID conference) {
        getEntityManager()
                .createNativeQuery("""
                        update presenter set name = '', locale = null, deleted = true
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    public UUID id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    public String name() {
        return name;
    }

    /** Nobody is left who could be written to. */
    public boolean isDeleted() {
        return deleted;
    }
}
