package dev.lectern.notification.message;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A presenter whom a message is for, and what came of it: a notice, a reason why there is none, or nothing yet. */
@Entity
class MessageRecipient extends PanacheEntityBase {

    /** Why somebody gets no mail. */
    enum Reason {
        NO_ADDRESS,
        BAD_ADDRESS,
        GONE,
        NOT_COMPOSED
    }

    /** How many get a mail, how many of these have none yet, and how many get none. */
    record Count(int reached, int composing, int unreached) {}

    /** Given by the database. */
    @Id
    private long seq;

    @Column(updatable = false)
    private UUID messageId;

    private UUID presenterId;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private UUID noticeId;

    protected MessageRecipient() {}

    /** @param presenters in the order in which they are listed; with no reason for those who get a mail */
    static void add(UUID message, UUID conference, Map<UUID, Optional<Reason>> presenters) {
        var reasons = presenters.values().stream()
                .map(reason -> reason.map(Reason::name).orElse(null))
                .toArray(String[]::new);
        getEntityManager()
                .createNativeQuery("""
                        insert into message_recipient (message_id, conference_id, presenter_id, reason)
                        select :message, :conference, presenter, why
                        from unnest(:presenters, :reasons) with ordinality as one (presenter, why, position)
                        order by position""")
                .setParameter("message", message)
                .setParameter("conference", conference)
                .setParameter("presenters", presenters.keySet().toArray(UUID[]::new))
                .setParameter("reasons", reasons)
                .executeUpdate();
    }

    static List<MessageRecipient> after(long seq, UUID message, int limit) {
        return find("messageId = ?1 and seq > ?2 order by seq", message, seq)
                .page(0, limit)
                .list();
    }

    static Count count(UUID message) {
        var row = rows("""
                select count(*) filter (where reason is null),
                    count(*) filter (where reason is null and notice_id is null),
                    count(*) filter (where reason is not null)
                from message_recipient where message_id = :id""", message).get(0);
        return new Count(number(row, 0), number(row, 1), number(row, 2));
    }

    private static int number(Tuple row, int column) {
        return Math.toIntExact(row.get(column, Long.class));
    }

    /**
     * One of the conferences that wait, by lot: where mails cannot be composed, or another replica is composing them, no
     * other conference waits for that.
     */
    static Optional<UUID> nextConference() {
        @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
        List<Tuple> rows =
                getEntityManager().createNativeQuery("""
                        select conference_id from (
                            select distinct conference_id from message_recipient where reason is null and notice_id is null
                        ) waiting order by random() limit 1""", Tuple.class).getResultList();
        return rows.stream().map(row -> row.get(0, UUID.class)).findFirst();
    }

    /** Those of a conference whose mails are still to be composed, and that no other replica is composing. */
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    static List<MessageRecipient> lockNext(UUID conference, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from message_recipient
                        where conference_id = :conference and reason is null and notice_id is null
                        order by seq limit :limit for update skip locked""", MessageRecipient.class)
                .setParameter("conference", conference)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Whether that presenter gets a mail of the message too. */
    static boolean isFor(UUID presenter, UUID message) {
        return count("messageId = ?1 and presenterId = ?2 and reason is null", message, presenter) > 0;
    }

    /** That presenter is one of whom the message has no mail; who stands for them from now on may have one. */
    static void giveWay(UUID presenter, UUID message) {
        delete("messageId = ?1 and presenterId = ?2 and reason is not null", message, presenter);
    }

    static void forgetPresenters(Collection<UUID> presenters) {
        delete("presenterId in ?1", presenters);
    }

    static void forget(UUID conference) {
        getEntityManager()
                .createNativeQuery("delete from message_recipient where conference_id = :conference")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static List<Tuple> rows(String sql, UUID id) {
        return Panache.getEntityManager()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Whoever it was for is somebody else today. */
    void follow(UUID presenter) {
        presenterId = presenter;
    }

    void has(UUID notice) {
        noticeId = notice;
    }

    void isLeftOut(Reason why) {
        reason = why;
    }

    long seq() {
        return seq;
    }

    UUID message() {
        return messageId;
    }

    UUID presenter() {
        return presenterId;
    }

    Reason reason() {
        return reason;
    }

    /** Null where there is none, or none yet. */
    UUID notice() {
        return noticeId;
    }
}
