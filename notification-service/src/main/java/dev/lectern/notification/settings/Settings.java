package dev.lectern.notification.settings;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** How the notices of one conference are sent. Until somebody sets them they are the defaults, at revision 1. */
@Entity
public class Settings extends PanacheEntityBase {

    private static final String INSERT_DEFAULTS = """
            insert into settings (conference_id, quiet_millis, max_millis, sender, reply_to, contact, default_language,
                bundle_from, hold, mails_per_hour, revision)
            values (:conference, :quiet, :max, :sender, null, null, :language, :bundle, :hold, :per_hour, 1) on conflict do nothing""";

    @Id
    private UUID conferenceId;

    private long quietMillis;
    private long maxMillis;
    private String sender;
    private String replyTo;
    private String contact;
    private String defaultLanguage;
    private int bundleFrom;
    private boolean hold;
    private int mailsPerHour;
    private long revision;

    protected Settings() {}

    private Settings(UUID conference, SettingsRequest defaults) {
        this.conferenceId = conference;
        this.revision = 1;
        take(defaults);
    }

    static Settings of(UUID conference, SettingsRequest defaults) {
        Settings stored = findById(conference);
        return stored == null ? new Settings(conference, defaults) : stored;
    }

    static Settings lock(UUID conference, SettingsRequest defaults) {
        Panache.getEntityManager()
                .createNativeQuery(INSERT_DEFAULTS)
                .setParameter("conference", conference)
                .setParameter("quiet", defaults.quietPeriod().toMillis())
                .setParameter("max", defaults.maxDelay().toMillis())
                .setParameter("sender", defaults.from())
                .setParameter("language", defaults.defaultLanguage())
                .setParameter("bundle", defaults.bundleFrom())
                .setParameter("hold", defaults.hold())
                .setParameter("per_hour", defaults.mailsPerHour())
                .executeUpdate();
        return findById(conference, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether this changes anything: the same again does not. */
    boolean replaceWith(SettingsRequest request) {
        var isNew = !request.equals(request());
        if (isNew) {
            take(request);
            revision++;
        }
        return isNew;
    }

    /** Comes before its conference's deletion takes the row: what others know of it must be older. */
    void retire() {
        contact = null;
        revision++;
    }

    /** Null where there is none. */
    static Settings lockStored(UUID conference) {
        return findById(conference, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The conferences whose settings others were told of: the first revision is that of the defaults. */
    static List<UUID> told() {
        return getEntityManager()
                .createQuery("select conferenceId from Settings where revision > 1 order by conferenceId", UUID.class)
                .getResultList();
    }

    /** The request that would change nothing. */
    SettingsRequest request() {
        return new SettingsRequest(
                quietPeriod(),
                Duration.ofMillis(maxMillis),
                sender,
                replyTo,
                contact,
                defaultLanguage,
                bundleFrom,
                hold,
                mailsPerHour);
    }

    private void take(SettingsRequest request) {
        quietMillis = request.quietPeriod().toMillis();
        maxMillis = request.maxDelay().toMillis();
        sender = request.from();
        replyTo = request.replyTo();
        contact = request.contact();
        defaultLanguage = request.defaultLanguage();
        bundleFrom = request.bundleFrom();
        hold = request.hold();
        mailsPerHour = request.mailsPerHour();
    }

    public Duration quietPeriod() {
        return Duration.ofMillis(quietMillis);
    }

    public Duration maxDelay() {
        return Duration.ofMillis(maxMillis);
    }

    /** The sender's mailbox, {@code Lectern <lectern@conf.example>}. */
    public String from() {
        return sender;
    }

    /** Where answers go instead of to the contact; null for none. */
    String replyTo() {
        return replyTo;
    }

    /** Whom presenters can ask, a mailbox; null while there is none. */
    String contact() {
        return contact;
    }

    /** The tag of the language for presenters who understand none of those that there are, or of whom none is known. */
    public String defaultLanguage() {
        return defaultLanguage;
    }

    /** The mailbox for answers; null for the sender. */
    public String answersTo() {
        return replyTo == null ? contact : replyTo;
    }

    /** From how many talks and sessions on that fall due together one mail tells a presenter of all of them. */
    public int bundleFrom() {
        return bundleFrom;
    }

    /** Whether notices wait for somebody to release them. */
    public boolean hold() {
        return hold;
    }

    /** How many mails one presenter gets within an hour; what falls due beyond that waits. */
    public int mailsPerHour() {
        return mailsPerHour;
    }

    UUID conferenceId() {
        return conferenceId;
    }

    public long revision() {
        return revision;
    }
}
