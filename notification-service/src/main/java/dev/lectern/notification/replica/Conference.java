package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A conference, as the catalog last told of it. */
@Entity
@Immutable
public class Conference extends PanacheEntityBase {

    private record Row(
            UUID id,
            long revision,
            boolean deleted,
            String slug,
            String title,
            String timeZone,
            List<String> organisers,
            List<String> viewers,
            String logo) {

        static Row of(ConferenceEvent event) {
            return new Row(
                    event.id(),
                    event.revision(),
                    event.deleted(),
                    event.slug(),
                    event.title(),
                    event.timeZone(),
                    event.organisers(),
                    event.viewers(),
                    event.logo());
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("conference", Row.class);

    @Id
    private UUID id;

    private boolean deleted;
    private String slug;
    private String title;
    private String timeZone;
    private String logo;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> organisers;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> viewers;

    protected Conference() {}

    static Optional<Conference> withSlug(String slug) {
        return find("slug = ?1 and not deleted", slug).firstResultOptional();
    }

    /** Which of them were told to be gone; none that nothing is known of yet. */
    static Set<UUID> deletedAmong(Stream<UUID> ids) {
        return find("select id from Conference where id in ?1 and deleted", ids.collect(Collectors.toSet()))
                .project(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Returns those that were news. */
    static List<ConferenceEvent> store(List<ConferenceEvent> events) {
        return REPLICA.store(events, Row::of);
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

    /** An IANA name. */
    public String timeZone() {
        return timeZone;
    }

    /** A PNG in Base64; null for none. */
    public String logo() {
        return logo;
    }

    Members members() {
        return new Members(organisers, viewers);
    }
}
