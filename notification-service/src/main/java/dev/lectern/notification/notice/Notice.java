package dev.lectern.notification.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One mail to one presenter about one appearance, or a mail about none. What it says is fixed; only its state moves.
 */
@Entity
@DynamicUpdate
public class Notice extends PanacheEntityBase {

    private static final List<NoticeState> OPEN =
            Stream.of(NoticeState.values()).filter(NoticeState::isOpen).toList();

    /** Enough for any mail program to find the conversation by, and a header of bounded length. */
    private static final int LATEST = 20;

    @Id
    private UUID id;

    /** Given by the database, and not known before the row is read again. */
    @Column(insertable = false, updatable = false)
    private Long seq;

    @Embedded
    private About about;

    @Embedded
    private Content content;

    @Embedded
    private Message message;

    /** Read only where they are needed: a list of notices would be megabytes. */
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "message")
    private byte[] bytes;

    /** Under which the mail is kept that it is told in with others; null for a mail of its own. */
    private UUID bundle;

    /** Which message of the organisers it carries; null for none. */
    private UUID organiserMessage;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    private String reason;
    private Instant createdAt;
    private Instant sentAt;
    private int attempts;

    @SuppressWarnings("UnusedVariable") // tells why it was delivered more than once
    private int resends;

    @SuppressWarnings("UnusedVariable") // tells why the same was told twice
    private UUID renews;

    /** Digests of the latest reports about its mail, the newest last, with blanks between them. */
    private String report;

    private Instant nextAttemptAt;
    private Instant leaseUntil;
    private UUID leaseHolder;

    protected Notice() {}

    /**
     * A notice that is due at once.
     *
     * @param bytes the whole message as RFC 5322 has it
     */
    public Notice(About about, Content content, Message message, byte[] bytes, Instant now) {
        this.id = UUID.randomUUID();
        this.about = about;
        this.content = content;
        this.message = message;
        this.bytes = bytes;
        this.state = NoticeState.DUE;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** The database's clock at the start of the transaction: those of replicas need not agree with it. */
    public static Instant now() {
        return rows("select now()", Map.of()).get(0).get(0, Instant.class);
    }

    /**
     * The open notices about some appearances, and those that are in one mail with them, locked, in an order that all
     * transactions share.
     */
    public static List<Notice> lockOpen(Collection<UUID> appearances) {
        return find(
                        "state in ?2 and (about.appearanceId in ?1 or bundle in (select one.bundle from Notice one"
                                + " where one.about.appearanceId in ?1 and one.state in ?2)) order by seq",
                        appearances,
                        OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** All about an appearance, locked in the same order. */
    public static List<Notice> lockAll(UUID appearance) {
        return find("about.appearanceId = ?1 order by seq", appearance)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** By id, locked in the same order; without those that were deleted with their conference. */
    public static Map<UUID, Notice> lock(Collection<UUID> ids) {
        return Notice.<Notice>find("id in ?1 order by seq", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(Notice::id, Function.identity()));
    }

    /** These notices of a conference and those that are in one mail with them, locked in the same order. */
    public static List<Notice> lockMails(UUID conference, Collection<UUID> ids) {
        return find(
                        "about.conferenceId = ?1 and (id in ?2 or bundle in (select one.bundle from Notice one"
                                + " where one.id in ?2)) order by seq",
                        conference,
                        ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public static List<Notice> lockHeld(UUID conference) {
        return find("about.conferenceId = ?1 and state = ?2 order by seq", conference, NoticeState.HELD)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public static Map<UUID, Notice> openOf(Collection<UUID> briefings) {
        return Notice.<Notice>list("about.briefingId in ?1 and state in ?2", briefings, OPEN).stream()
                .collect(Collectors.toMap(notice -> notice.about.briefingId(), Function.identity()));
    }

    /** Which of these were given up. */
    public static Set<UUID> idsOfFailed(Collection<UUID> ids) {
        return find("select id from Notice where id in ?1 and state = ?2", ids, NoticeState.FAILED)
                .project(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** The notices of one briefing go on as another one's, which is the same person's. */
    public static void follow(UUID briefing, UUID into) {
        getEntityManager()
                .createNativeQuery("update notice set briefing_id = :into where briefing_id = :briefing")
                .setParameter("into", into)
                .setParameter("briefing", briefing)
                .executeUpdate();
    }

    /** How many of a kind were made for a presenter since then, whatever became of them. */
    public static long countSince(Instant since, Kind kind, Collection<UUID> presenters) {
        return count("about.presenterId in ?1 and content.kind = ?2 and createdAt > ?3", presenters, kind, since);
    }

    /** By id, without those that are forgotten. */
    public static Map<UUID, Notice> of(Collection<UUID> ids) {
        return Notice.<Notice>stream("id in ?1", ids).collect(Collectors.toMap(Notice::id, Function.identity()));
    }

    /** Those of a conference's that carry messages and wait for an hour with room, locked in the same order. */
    public static List<Notice> lockWaitingMessages(UUID conference) {
        return find(
                        "about.conferenceId = ?1 and organiserMessage is not null and state = ?2 and nextAttemptAt > ?3"
                                + " order by seq",
                        conference,
                        NoticeState.DUE,
                        now())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Forgets those of one briefing, and how they were delivered. The caller holds them. */
    public static void forgetAllOf(UUID briefing) {
        for (var statement : List.of(
                "delete from delivery where notice_id in (select id from notice where briefing_id = :briefing)",
                "delete from notice where briefing_id = :briefing")) {
            getEntityManager()
                    .createNativeQuery(statement)
                    .setParameter("briefing", briefing)
                    .executeUpdate();
        }
    }

    /** The one that was made last, by id. */
    public static Optional<UUID> latestOf(UUID briefing) {
        return find("select id from Notice where about.briefingId = ?1 order by seq desc", briefing)
                .project(UUID.class)
                .page(0, 1)
                .stream()
                .findFirst();
    }

    /**
     * The Message-IDs of the mails of each briefing that its reader has or may have, the oldest first: the first one, and
     * the latest {@value #LATEST} at most. The mails of who was merged into its reader are among them.
     */
    public static Map<UUID, List<String>> threads(Collection<UUID> briefings) {
        List<Tuple> rows = rows("""
                select briefing_id, message_id from (
                    select briefing_id, message_id, seq,
                        row_number() over (partition by briefing_id order by seq) as from_first,
                        row_number() over (partition by briefing_id order by seq desc) as from_last
                    from notice
                    where briefing_id = any (:briefings) and (state in ('SENT', 'SEEN', 'DECLINED', 'AMBIGUOUS') or exists (
                        select from delivery where notice_id = id and outcome = 'AMBIGUOUS'))) as mail
                where from_first = 1 or from_last <= :latest order by seq""", Map.of("briefings", briefings.toArray(UUID[]::new), "latest", LATEST));
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static List<Tuple> rows(String sql, Map<String, Object> parameters) {
        var query = getEntityManager().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** A notice and those that are in one mail with it, locked in the same order. */
    public static List<Notice> lockMail(UUID id) {
        return find("id = ?1 or bundle = (select one.bundle from Notice one where one.id = ?1) order by seq", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The notice that the mail with this Message-ID is kept with, if it went to that address. */
    public static Optional<UUID> idOf(String messageId, String address) {
        return find(
                        "select id from Notice where message.messageId = ?1 and lower(message.toAddress) = lower(?2)"
                                + " and (bundle is null or bundle = id)",
                        messageId,
                        address)
                .project(UUID.class)
                .firstResultOptional();
    }

    public static Optional<Notice> of(UUID conference, UUID id) {
        return find("id = ?1 and about.conferenceId = ?2", id, conference).firstResultOptional();
    }

    /** An attempt starts; its holder alone may say how it ended, until the lease runs out. */
    public void claim(UUID holder, Instant until) {
        state = NoticeState.SENDING;
        attempts++;
        nextAttemptAt = null;
        leaseHolder = holder;
        leaseUntil = until;
    }

    /** Nobody sends it before that time. */
    public void waitUntil(Instant time) {
        nextAttemptAt = time;
    }

    public void carries(UUID message) {
        organiserMessage = message;
    }

    /** It is told in one mail with others, whose bytes are kept with the first of them. */
    public void bundle(Notice first) {
        bundle = first.id;
    }

    public boolean isBundled() {
        return bundle != null;
    }

    /** Of which notice the message is what this one's reader gets. */
    public UUID mail() {
        return bundle == null ? id : bundle;
    }

    /** Nobody sends it before it is released. */
    public void hold() {
        state = NoticeState.HELD;
        nextAttemptAt = null;
    }

    /** @param at when it may go */
    public void release(Instant at) {
        move(NoticeState.DUE, null);
        nextAttemptAt = at;
    }

    /** It says the same with a note of whoever releases it. */
    public void rewrite(String note, Message message, byte[] bytes) {
        this.content = content.withNote(note);
        this.message = message;
        this.bytes = bytes;
    }

    public void discard(String reason) {
        move(NoticeState.DISCARDED, reason);
    }

    /** The same bytes once more. */
    public void resend(Instant now) {
        resends++;
        release(now);
    }

    /** It tells what that one told, as far as it is still true. */
    public void renews(Notice earlier) {
        renews = earlier.id;
    }

    public boolean isHeldBy(UUID holder) {
        return state == NoticeState.SENDING && holder.equals(leaseHolder);
    }

    /** Whether it is unknown what became of this holder's attempt, and nobody has tried again since. */
    public boolean isInDoubtBecauseOf(UUID holder) {
        return state == NoticeState.AMBIGUOUS && holder.equals(leaseHolder);
    }

    public void accepted(Instant at) {
        move(NoticeState.SENT, null);
        sentAt = at;
    }

    /** Its presenter has said what they make of it. */
    public void answered(NoticeState answer) {
        move(answer, null);
    }

    /** Not now: the same again at that time. */
    public void retryAt(Instant next, String reason) {
        move(NoticeState.RETRYING, reason);
        nextAttemptAt = next;
    }

    /** It may have been accepted: the same bytes again at that time. */
    public void ambiguous(Instant next, String reason) {
        var holder = leaseHolder;
        move(NoticeState.AMBIGUOUS, reason);
        nextAttemptAt = next;
        leaseHolder = holder;
    }

    public void failed(String reason) {
        move(NoticeState.FAILED, reason);
    }

    public void addressRefused(String reason) {
        move(NoticeState.BAD_ADDRESS, reason);
    }

    /**
     * A report about its mail has come. Of a mail that is forgotten none is news.
     *
     * @param digest of the report
     * @return whether it is news
     */
    public boolean reported(String digest) {
        var known = report == null ? List.<String>of() : List.of(report.split(" "));
        if (known.contains(digest) || message.subject().isEmpty()) {
            return false;
        }
        report = Stream.concat(known.stream().skip(Math.max(0, known.size() - LATEST + 1)), Stream.of(digest))
                .collect(Collectors.joining(" "));
        return true;
    }

    public void supersede(String reason) {
        move(NoticeState.SUPERSEDED, reason);
    }

    /** What it says has been announced once more, to the same effect. */
    public void settlesToo(AnnouncedRevisions announced) {
        content = content.settling(announced);
    }

    /** What was sent stays as it was sent; nothing else says who was erased. */
    public void forgetNames(Predicate<UUID> erased, Collection<String> names) {
        content = content.withoutNames(erased, names);
    }

    private void move(NoticeState next, String why) {
        state = next;
        reason = why;
        nextAttemptAt = null;
        leaseHolder = null;
        leaseUntil = null;
    }

    public UUID id() {
        return id;
    }

    /** Which message of the organisers it carries; null for none. */
    public UUID organiserMessage() {
        return organiserMessage;
    }

    /** Whether a briefing knows of it. */
    public boolean isBriefed() {
        return about.briefingId() != null;
    }

    /** Rises with every notice made. */
    public long seq() {
        return seq;
    }

    public About about() {
        return about;
    }

    public Content content() {
        return content;
    }

    public Message message() {
        return message;
    }

    /** What every attempt sends. */
    public byte[] bytes() {
        return isBundled() && !bundle.equals(id) ? Notice.<Notice>findById(bundle).bytes : bytes;
    }

    public NoticeState state() {
        return state;
    }

    /** Why it is in this state, null where that needs no words. */
    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public Instant leaseUntil() {
        return leaseUntil;
    }
}
