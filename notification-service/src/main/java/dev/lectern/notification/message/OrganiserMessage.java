package dev.lectern.notification.message;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What organisers wrote, and for whom; each reader's mail is a notice that carries it. */
@Entity
@Immutable
class OrganiserMessage extends PanacheEntityBase {

    @Id
    private UUID id;

    /** Given by the database, and not known before the row is read again. */
    @Column(insertable = false, updatable = false)
    private Long seq;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String subject;
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    private To addressed;

    private String author;
    private boolean hold;
    private Instant createdAt;

    protected OrganiserMessage() {}

    OrganiserMessage(UUID conference, MessageRequest request, boolean hold, String author, Instant now) {
        this.id = UUID.randomUUID();
        this.conferenceId = conference;
        this.subject = request.subject();
        this.body = request.text();
        this.addressed = request.to();
        this.hold = hold;
        this.author = author;
        this.createdAt = now;
    }

    static Optional<OrganiserMessage> of(UUID conference, UUID id) {
        return find("id = ?1 and conferenceId = ?2", id, conference).firstResultOptional();
    }

    /** The newest first, from below the position. */
    static List<OrganiserMessage> below(long seq, UUID conference, int limit) {
        return find("conferenceId = ?1 and seq < ?2 order by seq desc", conference, seq)
                .page(0, limit)
                .list();
    }

    static Map<UUID, OrganiserMessage> of(Collection<UUID> ids) {
        return OrganiserMessage.<OrganiserMessage>stream("id in ?1", ids)
                .collect(Collectors.toMap(OrganiserMessage::id, Function.identity()));
    }

    static void forget(UUID conference) {
        delete("conferenceId", conference);
    }

    UUID id() {
        return id;
    }

    long seq() {
        return seq;
    }

    /** In Qute, as are its words. */
    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    To addressed() {
        return addressed;
    }

    /** Whether its mails are to be looked at before they are sent. */
    boolean hold() {
        return hold;
    }

    /** The display name of who wrote it. */
    String author() {
        return author;
    }

    Instant createdAt() {
        return createdAt;
    }
}
