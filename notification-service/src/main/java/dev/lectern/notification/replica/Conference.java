package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Members;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A conference, as the catalog last told of it. */
@Entity
@Immutable
public class Conference extends PanacheEntityBase {

    private static final String UPSERT = """
            insert into conference as stored (id, revision, deleted, slug, title, time_zone, organisers, viewers)
            select id, revision, deleted, slug, title, "timeZone", organisers, viewers
            from jsonb_to_record(cast(:event as jsonb)) as event (
                id uuid, revision bigint, deleted boolean, slug text, title text, "timeZone" text, organisers jsonb,
                viewers jsonb)
            on conflict (id) do update set
                revision = excluded.revision, deleted = excluded.deleted, slug = excluded.slug, title = excluded.title,
                time_zone = excluded.time_zone, organisers = excluded.organisers, viewers = excluded.viewers
            where stored.revision < excluded.revision""";

    @Id
    private UUID id;

    private boolean deleted;
    private String slug;
    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> organisers;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> viewers;

    protected Conference() {}

    static Optional<Conference> withSlug(String slug) {
        return find("slug = ?1 and not deleted", slug).firstResultOptional();
    }

    /** Whether it was told to be gone; false of one that nothing is known of yet. */
    static boolean isDeleted(UUID id) {
        return count("id = ?1 and deleted", id) > 0;
    }

    static boolean store(ConferenceEvent event) {
        return Upsert.run(UPSERT, event);
    }

    public UUID id() {
        return id;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    Members members() {
        return new Members(organisers, viewers);
    }
}
