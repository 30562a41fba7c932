package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.PersonName;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a change has left a contribution as, who made it and when. */
@Entity
class HistoryEntry extends PanacheEntityBase {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID contributionId;

    private long revision;
    private Instant changedAt;
    private String author;
    private String comment;
    private String internalComment;
    private boolean announced;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot snapshot;

    protected HistoryEntry() {}

    HistoryEntry(Contribution contribution, Edit edit) {
        this.id = UUID.randomUUID();
        this.contributionId = contribution.id();
        this.revision = contribution.revision();
        this.changedAt = edit.at();
        this.author = edit.author();
        this.comment = edit.comment();
        this.internalComment = edit.internalComment();
        this.announced = edit.announce();
        this.snapshot = contribution.snapshot();
    }

    /** The newest first, from before this revision. */
    static List<HistoryEntry> of(UUID contribution, long before, int limit) {
        return find("contributionId = ?1 and revision < ?2 order by revision desc", contribution, before)
                .page(0, limit)
                .list();
    }

    static void forget(Collection<UUID> contributions) {
        delete("contributionId in ?1", contributions);
    }

    /** Leaves no author of this name; presenters are only ids here. */
    static void erase(UUID conference, PersonName name) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from history_entry
                        where contribution_id in (select id from contribution where conference_id = ?1)
                          and position(lower(trim(both '"' from cast(to_jsonb(cast(?2 as text)) as text)))
                                       in lower(cast(snapshot as text))) > 0""", HistoryEntry.class)
                .setParameter(1, conference)
                .setParameter(2, name.familyName())
                .getResultList()
                .forEach(entry -> entry.snapshot = entry.snapshot.without(name));
    }

    long revision() {
        return revision;
    }

    Instant changedAt() {
        return changedAt;
    }

    String author() {
        return author;
    }

    String comment() {
        return comment;
    }

    String internalComment() {
        return internalComment;
    }

    boolean announced() {
        return announced;
    }

    Snapshot snapshot() {
        return snapshot;
    }
}
