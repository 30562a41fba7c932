package dev.lectern.catalog.conference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who changed a conference, when, and what they said about it. Of a deleted conference none are left. */
@Entity
@IdClass(ConferenceChange.Key.class)
class ConferenceChange extends PanacheEntityBase {

    record Key(UUID conferenceId, long revision) implements Serializable {}

    /** One in the answer: {@code internalComment} is for those who organise. */
    @Schema(name = "ConferenceHistoryItem")
    record Item(
            long revision,
            Instant changedAt,
            String author,
            String comment,
            String internalComment,
            boolean announced) {}

    @Id
    private UUID conferenceId;

    @Id
    private long revision;

    private Instant changedAt;
    private String author;
    private String comment;
    private String internalComment;
    private boolean announced;

    protected ConferenceChange() {}

    /** What has just made the conference's present revision. */
    ConferenceChange(Conference conference, Edit edit) {
        this.conferenceId = conference.id();
        this.revision = conference.revision();
        this.changedAt = edit.at();
        this.author = edit.author();
        this.comment = edit.comment();
        this.internalComment = edit.internalComment();
        this.announced = edit.announce();
    }

    /** The newest first, from before this revision. */
    static List<ConferenceChange> of(UUID conference, long before, int limit) {
        return find("conferenceId = ?1 and revision < ?2 order by revision desc", conference, before)
                .page(0, limit)
                .list();
    }

    static void forget(UUID conference) {
        delete("conferenceId", conference);
    }

    long revision() {
        return revision;
    }

    Item item() {
        return new Item(revision, changedAt, author, comment, internalComment, announced);
    }
}
