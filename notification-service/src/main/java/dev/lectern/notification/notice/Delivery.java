package dev.lectern.notification.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One attempt to hand a notice to the mail server. */
@Entity
public class Delivery extends PanacheEntityBase {

    @EmbeddedId
    private Id id;

    private Instant startedAt;
    private Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String reply;

    protected Delivery() {}

    /** An attempt that is about to start; it must be committed first. */
    public Delivery(Notice notice, Instant startedAt) {
        this.id = new Id(notice.id(), notice.attempts());
        this.startedAt = startedAt;
    }

    public static Delivery of(UUID notice, int attempt) {
        return findById(new Id(notice, attempt));
    }

    /** Reads the attempts of some notices, so that each of them is at hand. */
    public static void load(Collection<UUID> notices) {
        list("id.noticeId in ?1", notices);
    }

    public static List<Delivery> of(UUID notice) {
        return list("id.noticeId = ?1 order by id.attempt", notice);
    }

    /** @param reply what the mail server said, null when it said nothing */
    public void end(Outcome outcome, String reply, Instant finishedAt) {
        this.outcome = outcome;
        this.reply = reply;
        this.finishedAt = finishedAt;
    }

    public int attempt() {
        return id.attempt();
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String reply() {
        return reply;
    }

    /** A notice and the number of the attempt, from 1. */
    @Embeddable
    public record Id(UUID noticeId, int attempt) {}
}
