package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.Recounted;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One presenter and one appearance of theirs: what they were told of it and at which address,
 * and what needs no more telling.
 */
@Entity
@DynamicUpdate
public class Briefing extends PanacheEntityBase {

    @Id
    private UUID id;

    /** Given by the database, and not known before the row is read again. */
    @Column(insertable = false, updatable = false)
    private Long seq;

    private UUID conferenceId;
    private UUID appearanceId;
    private UUID presenterId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Facts told;

    private String toldAddress;

    @Embedded
    @AttributeOverride(name = "slot", column = @Column(name = "settled_slot"))
    @AttributeOverride(name = "appearance", column = @Column(name = "settled_appearance"))
    private AnnouncedRevisions settled;

    private Integer sequence;

    @Embedded
    private Answer answer;

    private String badAddress;
    private boolean baseline;
    private Instant waitsUntil;
    private boolean waitsHeld;

    @SuppressWarnings("UnusedVariable") // read by queries
    private Instant answerHeardAt;

    private UUID lastNotice;
    // Read by the resync, in SQL.
    @SuppressWarnings("UnusedVariable")
    private Long evaluatedSlot;

    @SuppressWarnings("UnusedVariable")
    private Long evaluatedAppearance;

    @SuppressWarnings("UnusedVariable")
    private Long evaluatedPresenter;

    @SuppressWarnings("UnusedVariable")
    private Long evaluatedAddress;

    protected Briefing() {}

    Briefing(UUID conference, UUID appearance, UUID presenter, AnnouncedRevisions settled) {
        this.id = UUID.randomUUID();
        this.conferenceId = conference;
        this.appearanceId = appearance;
        this.presenterId = presenter;
        this.settled = settled;
    }

    /** By appearance. */
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    static Map<UUID, Set<UUID>> presentersOf(Collection<UUID> appearances) {
        List<Tuple> found = Panache.getEntityManager()
                .createNativeQuery(
                        "select appearance_id, presenter_id from briefing where appearance_id = any (:appearances)",
                        Tuple.class)
                .setParameter("appearances", appearances.toArray(UUID[]::new))
                .getResultList();
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, UUID.class), Collectors.toSet())));
    }

    /**
     * A talk that is placed is told as it is then: what was announced of it before needs no telling to those who know
     * nothing.
     */
    static void settleAppearanceWhereNothingIsTold(UUID appearance) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update briefing set settled_appearance = greatest(settled_appearance, announced_revision)
                        from appearance
                        where appearance.id = appearance_id and appearance_id = :appearance and told is null
                            and not exists (select from notice
                                where notice.briefing_id = briefing.id and notice.state = 'SENDING')""")
                .setParameter("appearance", appearance)
                .executeUpdate();
    }

    /** What was settled of an announcement stays so where only its number is another. */
    static void recount(Recounted recounted) {
        var settled = recounted.ofSlot() ? "settled_slot" : "settled_appearance";
        Panache.getEntityManager()
                .createNativeQuery("""
                        update briefing set %1$s = %1$s + :by
                        where appearance_id = :appearance and %1$s > :from""".formatted(settled))
                .setParameter("by", recounted.to() - recounted.from())
                .setParameter("from", recounted.from())
                .setParameter("appearance", recounted.appearance())
                .executeUpdate();
    }

    static List<UUID> appearancesOf(Collection<UUID> presenters) {
        return find("select distinct appearanceId from Briefing where presenterId in ?1", presenters)
                .project(UUID.class)
                .stream()
                .sorted()
                .toList();
    }

    /** Those of the appearances of which some reader is no presenter any more. */
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    static Set<UUID> withFormerPresenter(Collection<UUID> appearances) {
        List<Tuple> found = Panache.getEntityManager()
                .createNativeQuery("""
                        select appearance_id from briefing join former_presenter using (presenter_id)
                        where appearance_id = any (:appearances)""", Tuple.class)
                .setParameter("appearances", appearances.toArray(UUID[]::new))
                .getResultList();
        return found.stream().map(row -> row.get(0, UUID.class)).collect(Collectors.toSet());
    }

    static List<Briefing> lock(Collection<UUID> appearances) {
        return find("appearanceId in ?1 order by seq", appearances)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<Briefing> of(UUID conference, Collection<UUID> presenters) {
        return list("conferenceId = ?1 and presenterId in ?2 order by seq", conference, presenters);
    }

    static List<Briefing> after(long seq, UUID conference, int limit) {
        return after(seq, conference, Answered.ANY, limit);
    }

    static List<Briefing> after(long seq, UUID conference, Answered wish, int limit) {
        return find("conferenceId = ?1 and seq > ?2 and " + wish.condition() + " order by seq", conference, seq)
                .page(0, limit)
                .list();
    }

    static void lockThoseOf(Collection<Notice> notices) {
        var ids = notices.stream()
                .filter(Notice::isBriefed)
                .map(notice -> notice.about().briefingId())
                .toList();
        find("id in ?1 order by seq", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Empty where the notice is about no appearance. */
    static Optional<Briefing> lockOf(Notice notice) {
        return notice.isBriefed()
                ? Optional.of(findById(notice.about().briefingId(), LockModeType.PESSIMISTIC_WRITE))
                : Optional.empty();
    }

    /** @param open its notice that may still be sent, null if there is none */
    TellingRules telling(BriefingFacts around, Notice open) {
        return new TellingRules(
                new TellingRules.Told(
                        around.known(told), toldAddress, around.isAddressBad() ? around.email() : badAddress),
                settled,
                around.canBeTold(),
                new TellingRules.Now(
                        around.current(),
                        around.hasDroppedReader(),
                        around.email(),
                        around.sharesAddress(),
                        around.announced()),
                open == null
                        ? null
                        : new TellingRules.Open(
                                open.content().kind(),
                                around.known(open.content().told()),
                                open.message().toAddress(),
                                open.state()));
    }

    /**
     * The reader has the notice, or may have it. What they said while it waited, they said of what they had been told
     * before.
     */
    void told(Notice notice) {
        if (!Objects.equals(told, notice.content().told())) {
            answer = null;
        }
        told = notice.content().told();
        toldAddress = told == null ? null : notice.message().toAddress();
        baseline = false;
        settle(notice.content().settles());
    }

    /** The mail server knows no such address: nobody has been told anything there. */
    void bounced(String address) {
        badAddress = address;
        if (lost(address)) {
            settled = AnnouncedRevisions.NONE;
        }
    }

    /** What was told at that address did not arrive. Whether nothing has been told elsewhere since. */
    boolean lost(String address) {
        if (toldAddress != null && !toldAddress.equals(address)) {
            return false;
        }
        told = null;
        toldAddress = null;
        baseline = false;
        return true;
    }

    /** Nothing counts as told any more, and nobody is told so. */
    void forget(AnnouncedRevisions announced) {
        told = null;
        toldAddress = null;
        settle(announced);
    }

    /** From now on it is another presenter's, who is the same person. */
    void follow(UUID presenter) {
        presenterId = presenter;
        evaluatedPresenter = null;
        evaluatedAddress = null;
    }

    /**
     * Takes in what the same person was told as another presenter. Where only one of them was told anything, that is
     * what the person knows; where both were, what this one was told goes on.
     */
    void absorb(Briefing other) {
        if (told == null && other.told != null) {
            told = other.told;
            toldAddress = other.toldAddress;
            baseline = other.baseline;
            settled = other.settled;
        } else if (told == null) {
            settled = settled.and(other.settled);
        }
        badAddress = badAddress == null ? other.badAddress : badAddress;
        sequence = Stream.of(this, other)
                .map(Briefing::sequence)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Who was erased is not named in what others were told. */
    void forgetNames(Predicate<UUID> erased) {
        told = told == null ? null : told.withoutNames(erased);
    }

    void answer(Answer.Kind kind, String words, Instant now) {
        answer = new Answer(kind, words, now, sequence);
    }

    /**
     * Those of a conference whose answers organisers have not heard of, locked; one that is being answered or evaluated
     * right now is left out.
     */
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    static List<Briefing> lockUnheard(UUID conference) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from briefing where conference_id = :conference and answered_at is not null
                            and answer_heard_at is distinct from answered_at
                        order by seq for update skip locked""", Briefing.class)
                .setParameter("conference", conference)
                .getResultList();
    }

    /** Organisers have heard of its answer. */
    void answerHeard() {
        answerHeardAt = answer.at();
    }

    /** What its reader said of what they were told last; null while they have said nothing of it. */
    Answer answer() {
        return answer != null && Objects.equals(answer.sequence(), sequence) ? answer : null;
    }

    /** Counts as told, and mails nobody: it was so before this service first started. */
    void takeForTold(BriefingFacts around) {
        told = around.current();
        toldAddress = told == null ? null : around.email();
        baseline = true;
        settle(around.announced());
    }

    void settle(AnnouncedRevisions announced) {
        settled = settled.or(announced);
    }

    /** A calendar program takes only what has a higher SEQUENCE than it knows (RFC 5546, section 2.1.4). */
    int nextSequence(int ofSlot) {
        return sequence == null ? ofSlot : Math.max(sequence + 1, ofSlot);
    }

    void noticeMade(Notice notice) {
        lastNotice = notice.id();
        sequence = notice.content().sequence();
    }

    /**
     * Its reader is told no sooner, and then what is so by that time; null for no wait.
     *
     * @param held whether that is to be held
     */
    void waitUntil(Instant time, boolean held) {
        waitsUntil = time;
        waitsHeld = held;
    }

    boolean waitsHeld() {
        return waitsHeld;
    }

    /** Null where it does not wait. */
    Instant waitsUntil() {
        return waitsUntil;
    }

    /** What was looked at; whatever is newer than that needs another look. */
    void evaluated(BriefingFacts around) {
        evaluatedSlot = around.slot() == null ? null : around.slot().revision();
        evaluatedAppearance = around.appearance().revision();
        evaluatedPresenter =
                around.presenter() == null ? null : around.presenter().revision();
        evaluatedAddress = around.address() == null ? null : around.address().revision();
    }

    void lastNotice(UUID notice) {
        lastNotice = notice;
    }

    /** The address that proved bad; null while none did. */
    String badAddress() {
        return badAddress;
    }

    UUID id() {
        return id;
    }

    long seq() {
        return seq;
    }

    UUID conferenceId() {
        return conferenceId;
    }

    UUID appearanceId() {
        return appearanceId;
    }

    UUID presenterId() {
        return presenterId;
    }

    Facts told() {
        return told;
    }

    AnnouncedRevisions settled() {
        return settled;
    }

    /** The last SEQUENCE used, null while there was none. */
    Integer sequence() {
        return sequence;
    }

    boolean isBaseline() {
        return baseline;
    }

    UUID lastNotice() {
        return lastNotice;
    }
}
