package dev.lectern.catalog.contribution;

import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A talk, poster or keynote as submitted. */
@Entity
public class Contribution extends PanacheEntityBase {

    @Id
    private UUID id;

    private UUID conferenceId;
    private int number;

    @Embedded
    private Subject subject;

    private String sessionClassification;

    @JdbcTypeCode(SqlTypes.JSON)
    private Details details;

    private Integer expectedAudience;
    private List<String> features;

    @Enumerated(EnumType.STRING)
    private State state;

    private int withdrawals;
    private List<UUID> presenters;
    private List<UUID> erasedPresenters;

    @JdbcTypeCode(SqlTypes.JSON)
    private Imported imported;

    private long revision;
    private Announcement announced;
    private Instant changedAt;
    private boolean deleted;

    protected Contribution() {}

    Contribution(UUID conferenceId, int number, Snapshot made, Instant now) {
        this.id = UUID.randomUUID();
        this.conferenceId = conferenceId;
        this.number = number;
        this.state = made.state();
        this.erasedPresenters = List.of();
        this.revision = 1;
        this.changedAt = now;
        set(made.content(), made.needs());
    }

    /** What a file brings is accepted, unless the file says otherwise. */
    public static Contribution imported(UUID conferenceId, int number, Origin origin, Said file, Instant now) {
        var state = file.state() == null ? State.ACCEPTED : file.state();
        var made = new Snapshot(file.content(), Needs.NONE, state);
        var contribution = new Contribution(conferenceId, number, made, now);
        contribution.imported = Imported.NEVER.with(origin, file);
        return contribution;
    }

    public static Optional<Contribution> numbered(UUID conferenceId, int number) {
        return find("conferenceId = ?1 and number = ?2 and not deleted", conferenceId, number)
                .firstResultOptional();
    }

    /** Whether a contribution has this number or had it once. */
    static boolean isTaken(UUID conferenceId, int number) {
        return count("conferenceId = ?1 and number = ?2", conferenceId, number) > 0;
    }

    /** All contributions by number, with those that were deleted. */
    public static Map<Integer, Contribution> byNumber(UUID conferenceId) {
        return ever(conferenceId).stream().collect(Collectors.toMap(Contribution::number, Function.identity()));
    }

    /** By number, with those that were deleted. */
    public static List<Contribution> ever(UUID conferenceId) {
        return list("conferenceId = ?1 order by number", conferenceId);
    }

    /** The next ones by id from behind one, with those that were deleted. */
    static List<Contribution> everAfter(UUID conferenceId, UUID after, int most) {
        return Contribution.<Contribution>find("conferenceId = ?1 and id > ?2 order by id", conferenceId, after)
                .page(0, most)
                .list();
    }

    /** The contributions that list a presenter, by number. */
    static List<Contribution> presentedBy(UUID presenter) {
        return Panache.getSession()
                .createNativeQuery(
                        "select * from contribution where presenters @> array[?1] order by number", Contribution.class)
                .setParameter(1, presenter)
                .getResultList();
    }

    /** The contributions that list a presenter, or did in a file, by number. */
    static List<Contribution> naming(UUID conference, UUID presenter) {
        return Panache.getSession()
                .createNativeQuery("""
                        select * from contribution where conference_id = ?1
                          and (presenters @> array[?2]
                               or position(cast(?2 as text) in cast(imported as text)) > 0)
                        order by number""", Contribution.class)
                .setParameter(1, conference)
                .setParameter(2, presenter)
                .getResultList();
    }

    /** One more than the highest number there ever was. The conference is locked, so nobody else takes it. */
    static int nextNumber(UUID conferenceId) {
        Integer highest = find("select max(number) from Contribution where conferenceId = ?1", conferenceId)
                .project(Integer.class)
                .firstResult();
        return highest == null ? 1 : Math.addExact(highest, 1);
    }

    /** Details and what only organisers see are no news to anybody. Returns whether anything is different now. */
    boolean replace(Content content, Needs needs, Edit edit) {
        if (content.equals(content()) && needs.equals(needs())) {
            return false;
        }
        var isNews = !content.news().equals(content().news());
        set(content, needs);
        if (isNews) {
            touch(edit);
        } else {
            revision++;
        }
        return true;
    }

    /**
     * Writes what is news in the file, so that what people changed stays. Returns whether anything is different now.
     */
    public boolean follow(Origin origin, Said file, Edit edit) {
        var memory = memory();
        var last = memory.before(origin);
        imported = memory.with(origin, file);
        var changed = replace(content().with(file.content(), last.content(), memory.knows(origin)), needs(), edit);
        var wanted = stateIn(file, last);
        // A file may be from several steps later, and says only where they led.
        var moved = wanted != null && wanted != state;
        if (moved) {
            become(wanted, edit);
        }
        return changed || moved;
    }

    /** Makes what files call it known, which is no news to anybody but those who read the same files. */
    public void tellExternalIds() {
        revision++;
    }

    /** Null where that is no news. What a file lacked, and so withdrew, comes back with it. */
    private static State stateIn(Said file, Said last) {
        var said = file.state() == null && last.state() == State.WITHDRAWN ? State.ACCEPTED : file.state();
        return said == last.state() ? null : said;
    }

    /**
     * Withdraws it because files of this source do not have it any more, and those of no other one do. Returns whether
     * that was to be done.
     */
    public boolean miss(Origin origin, Edit edit) {
        var last = imported.before(origin);
        imported = imported.missedIn(origin);
        return last.state() != State.WITHDRAWN
                && !imported.isElsewhere(origin)
                && state.next().contains(State.WITHDRAWN)
                && move(State.WITHDRAWN, edit);
    }

    /** Its presenter is called something else now: that is another state, and no news to tell. */
    void follow(Instant renamedAt, boolean isChangedAnyway) {
        // What changed anyway may have done so in what only organisers see.
        changedAt = renamedAt;
        revision += isChangedAnyway ? 0 : 1;
    }

    /**
     * Lists somebody else, or nobody, instead of a presenter; also in what files said, so that the next one does not
     * undo it.
     *
     * @param by null for nobody
     * @return whether they were listed
     */
    boolean replacePresenter(UUID presenter, UUID by, Edit edit) {
        imported = imported == null ? null : imported.with(said -> said.replacing(presenter, by));
        if (!presenters.contains(presenter)) {
            return false;
        }
        presenters = content().replacing(presenter, by).presenters();
        touch(edit);
        return true;
    }

    /**
     * Leaves nothing of a presenter but the id, and of authors of that name not even that. Returns whether anything is
     * different now.
     */
    boolean erase(UUID presenter, PersonName name, Edit edit) {
        var wasListed = replacePresenter(presenter, null, edit);
        if (wasListed) {
            erasedPresenters = Stream.concat(erasedPresenters.stream(), Stream.of(presenter))
                    .toList();
        }
        imported = imported == null ? null : imported.with(said -> said.without(name));
        var left = details.without(name);
        if (!left.equals(details)) {
            details = left;
            revision += wasListed ? 0 : 1;
            return true;
        }
        return wasListed;
    }

    /**
     * Returns whether it was not there already.
     *
     * @throws Refused 409 where that is not possible from where it is
     */
    boolean move(State next, Edit edit) {
        if (state == next) {
            return false;
        }
        if (!state.next().contains(next)) {
            throw CatalogRefusal.NOT_POSSIBLE_NOW.because("It is " + state + " and can become one of " + state.next());
        }
        become(next, edit);
        return true;
    }

    private void become(State next, Edit edit) {
        var wasPlaceable = state.isPlaceable();
        state = next;
        if (wasPlaceable == next.isPlaceable()) {
            revision++;
        } else {
            withdrawals += wasPlaceable ? 1 : 0;
            touch(edit);
        }
    }

    /** Takes a withdrawal back. Returns whether there was one. */
    boolean reinstate(Edit edit) {
        return state == State.WITHDRAWN && move(State.ACCEPTED, edit);
    }

    /**
     * Leaves a tombstone, so that its number is not used again. The agenda may have told people of it, so this is
     * announced.
     */
    void delete(Edit edit) {
        if (announced != null) {
            throw CatalogRefusal.ALREADY_ANNOUNCED.because(
                    "Its presenters may have been told of a change: withdraw it instead");
        }
        var ids = memory().idsOnly();
        blank();
        // So that a file that has it still does not bring it back.
        imported = ids;
        touch(edit);
    }

    /** Goes with its conference: nobody is told, and not even who announced its last change is kept. */
    void deleteWithConference(Instant at) {
        blank();
        revision++;
        announced = Announcement.withoutWords(announced);
        changedAt = at;
    }

    private void blank() {
        deleted = true;
        imported = null;
        set(Content.NONE, Needs.NONE);
    }

    private void touch(Edit edit) {
        revision++;
        announced = edit.announcement(announced, revision);
        changedAt = edit.at();
    }

    private void set(Content content, Needs needs) {
        subject = content.subject();
        sessionClassification = content.sessionClassification();
        presenters = content.presenters();
        details = content.details();
        expectedAudience = needs.expectedAudience();
        features = needs.features();
    }

    public Content content() {
        return new Content(subject, sessionClassification, presenters, details);
    }

    Needs needs() {
        return new Needs(expectedAudience, features);
    }

    public UUID id() {
        return id;
    }

    UUID conferenceId() {
        return conferenceId;
    }

    public int number() {
        return number;
    }

    private Imported memory() {
        return imported == null ? Imported.NEVER : imported;
    }

    /** What files said of it, of whatever origin. */
    public Collection<Said> saidInFiles() {
        return memory().all();
    }

    public List<ExternalId> externalIds() {
        return memory().externalIds();
    }

    /** What the last file calls it; null where files tell it by its number, and where no file has it. */
    String lastExternalId() {
        return memory().lastId();
    }

    Snapshot snapshot() {
        return new Snapshot(content(), needs(), state);
    }

    /** Whether a file of this source had it. */
    public boolean isFrom(Origin origin) {
        return memory().isFrom(origin);
    }

    public State state() {
        return state;
    }

    int withdrawals() {
        return withdrawals;
    }

    /** Who was listed until nothing was to be left of them. */
    List<UUID> erasedPresenters() {
        return erasedPresenters;
    }

    long revision() {
        return revision;
    }

    Announcement announced() {
        return announced;
    }

    Instant changedAt() {
        return changedAt;
    }

    public boolean isDeleted() {
        return deleted;
    }
}
