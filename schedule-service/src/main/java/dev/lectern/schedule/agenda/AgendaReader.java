package dev.lectern.schedule.agenda;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.agenda.Agenda.Stamp;
import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.Link;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.store.LastPlaces;
import dev.lectern.schedule.store.LastPlaces.LastPlace;
import dev.lectern.schedule.store.StoredHistory;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeAndPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads published agendas. */
@ApplicationScoped
class AgendaReader {

    private static final int MOST_VERSIONS = 500;

    /** For how long a calendar that is asked for seldom may hear of it, before the last change of the agenda. */
    private static final Duration CANCELLED_FOR = Duration.ofDays(30);

    private final EntityManager entities;
    private final PreviewKeys keys;

    AgendaReader(EntityManager entities, PreviewKeys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /** The editions of those of these agendas that are public, by slug. */
    @Transactional
    Map<String, Agenda.Edition> editions(Collection<String> slugs) {
        return entities.createQuery("""
                        select c.slug, c.id, s.agendaRevision from Schedule s join Conference c on c.id = s.conferenceId
                        where c.slug in ?1 and not c.deleted and s.publishedAt is not null""", Object[].class)
                .setParameter(1, slugs)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> new Agenda.Edition((UUID) row[1], (Long) row[2])));
    }

    /** A whole agenda as it was at one moment, whatever is edited meanwhile. */
    @Transactional
    Optional<Agenda> read(String slug) {
        beginSnapshot();
        return Conferences.named(slug)
                .map(conference -> new Sources(conference, StoredTimetable.of(conference.id())))
                .filter(found -> found.timetable().schedule().isPublished())
                .map(found -> agenda(
                        view(found.conference(), slug),
                        found,
                        found.timetable().schedule().agendaChangedAt()));
    }

    /** An agenda as it is or would be, for those who have a valid address of its preview. */
    @Transactional
    Optional<Agenda> preview(PreviewAddress address) {
        beginSnapshot();
        return Conferences.named(address.slug())
                .filter(conference -> keys.of(conference.id())
                        .filter(key -> address.isValid(key, Instant.now()))
                        .isPresent())
                .map(conference -> new Sources(conference, StoredTimetable.of(conference.id())))
                .map(found -> agenda(view(found.conference(), address.toString()), found, changedAt(found)));
    }

    /** Of a schedule that nobody has altered yet, long ago. */
    private static Instant changedAt(Sources found) {
        return StoredHistory.of(found.conference().id())
                .change(found.timetable().schedule().version())
                .map(Change::appliedAt)
                .orElse(Instant.EPOCH);
    }

    /**
     * What is different since a version of an agenda that is or was public.
     *
     * @throws Refused where it was not public then, or that is so many versions ago that all may be different
     */
    @Transactional
    AgendaChanges changes(Agenda agenda, long since) {
        var history = StoredHistory.of(agenda.conference().id());
        var oldest = Math.max(0, agenda.version() - MOST_VERSIONS);
        if (since < oldest
                || since > agenda.version()
                || history.publishedAt(since).isEmpty()) {
            throw Refused.invalid(Fault.inParameter(
                    "since",
                    "A version from %d to %d at which the agenda was public".formatted(oldest, agenda.version())));
        }
        return AgendaChanges.of(
                history.diff(since, agenda.version()),
                since,
                agenda.version(),
                StoredTimetable.of(agenda.conference().id())::contributions);
    }

    private void beginSnapshot() {
        entities.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    /** The conferences that have a public agenda, by slug. */
    @Transactional
    List<Agenda.Conference> published(String afterSlug, int limit) {
        return entities.createQuery("""
                        select c from Conference c join Schedule s on c.id = s.conferenceId
                        where c.slug > ?1 and not c.deleted and s.publishedAt is not null order by c.slug""", Conference.class)
                .setParameter(1, afterSlug)
                .setMaxResults(limit)
                .getResultStream()
                .map(conference -> view(conference, conference.slug()))
                .toList();
    }

    /** The slugs of the public agendas that changed last, the latest one first. */
    @Transactional
    List<String> lastChanged(int limit) {
        return entities.createQuery("""
                        select c.slug from Conference c join Schedule s on c.id = s.conferenceId
                        where not c.deleted and s.publishedAt is not null order by s.agendaChangedAt desc, c.slug""", String.class).setMaxResults(limit).getResultList();
    }

    private record Sources(Conference conference, StoredTimetable timetable) {}

    private static Agenda agenda(Agenda.Conference view, Sources found, Instant changedAt) {
        var conference = found.conference();
        var timetable = found.timetable();
        var schedule = timetable.schedule();
        var sessions = timetable.sessions();
        var slots = timetable.placedSlots();
        var gone = schedule.isPublished()
                ? LastPlaces.of(conference.id()).since(changedAt.minus(CANCELLED_FOR))
                : List.<LastPlace>of();
        var contributions = contributions(slots, gone);
        return new Agenda(
                view,
                schedule.version(),
                schedule.agendaRevision(),
                timetable.presentRooms().stream().map(Room::named).toList(),
                breaks(timetable.breaks(), conference.timeZone()),
                sessions(conference, sessions, slots),
                talks(conference, sessions, slots, contributions),
                changedAt,
                cancelled(conference, timetable, gone, contributions));
    }

    private static Map<UUID, Contribution> contributions(List<Slot> slots, List<LastPlace> gone) {
        var talks = gone.stream().filter(place -> place.number() != null).map(LastPlace::id);
        return Contributions.withIds(
                Stream.concat(slots.stream().map(Slot::id), talks).toList());
    }

    private static List<Agenda.Cancelled> cancelled(
            Conference conference,
            StoredTimetable timetable,
            List<LastPlace> gone,
            Map<UUID, Contribution> contributions) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var rooms = timetable.rooms().stream().map(Room::named).collect(Collectors.toMap(RoomName::slug, room -> room));
        return gone.stream()
                .map(place -> cancelled(
                        place,
                        new TimeAndPlace(
                                rooms.get(place.room()),
                                place.startsAt().atZone(conference.timeZone()).toOffsetDateTime(),
                                place.endsAt().atZone(conference.timeZone()).toOffsetDateTime()),
                        contributions.get(place.id())))
                .toList();
    }

    /** Of a talk that is not to be given any more, nothing is said but that. */
    private static Agenda.Cancelled cancelled(LastPlace gone, TimeAndPlace place, Contribution talk) {
        var isSaid = gone.number() == null || (talk != null && !talk.withdrawn() && !talk.deleted());
        var title = talk == null ? gone.title() : talk.title();
        var people = talk == null
                ? gone.chairs()
                : talk.presenters().stream().map(Presenter::id).toList();
        return new Agenda.Cancelled(
                gone.id(),
                gone.number(),
                isSaid ? title : null,
                place,
                isSaid ? people : List.of(),
                Stamp.of(gone.id(), gone.sequence(), gone.changedAt()));
    }

    private static List<Agenda.Pause> breaks(List<Break> breaks, ZoneId zone) {
        return breaks.stream()
                .map(pause ->
                        new Agenda.Pause(pause.state(zone), Stamp.of(pause.id(), pause.sequence(), pause.changedAt())))
                .toList();
    }

    private static List<Agenda.Block> sessions(Conference conference, List<Session> sessions, List<Slot> slots) {
        var talks = slots.stream()
                .filter(slot -> slot.sessionId() != null)
                .sorted(Slot.IN_SESSION)
                .collect(Collectors.groupingBy(Slot::sessionId, Collectors.mapping(Slot::number, Collectors.toList())));
        var byId = sessions.stream().collect(Collectors.toMap(Session::id, session -> session));
        var states = sessions.stream()
                .map(session -> session.state(conference.timeZone()))
                .toList();
        return SessionView.of(states, talks).stream()
                .map(view -> block(view, byId.get(view.id())))
                .toList();
    }

    private static Agenda.Block block(SessionView view, Session session) {
        return new Agenda.Block(view, Stamp.of(session.id(), session.sequence(), session.changedAt()));
    }

    private static List<Agenda.Talk> talks(
            Conference conference, List<Session> sessions, List<Slot> slots, Map<UUID, Contribution> contributions) {
        var names = sessions.stream().collect(Collectors.toMap(Session::id, Session::named));
        return slots.stream()
                .map(slot -> talk(
                        slot,
                        contributions.get(slot.id()),
                        slot.sessionId() == null ? null : names.get(slot.sessionId()),
                        conference.timeZone()))
                .toList();
    }

    private static Agenda.Talk talk(Slot slot, Contribution contribution, SessionName session, ZoneId zone) {
        var state = slot.state(zone);
        return new Agenda.Talk(
                contribution.id(),
                contribution.number(),
                contribution.title(),
                contribution.abstractText(),
                contribution.type(),
                contribution.track(),
                contribution.language(),
                state.place(),
                slot.when().minutes(),
                state.timeZone(),
                session,
                contribution.presenters(),
                contribution.authors(),
                contribution.links().stream().filter(Link::leadsSomewhere).toList(),
                Stamp.of(slot.id(), slot.sequence(), latest(slot.changedAt(), contribution.changedAt())));
    }

    private static Instant latest(Instant... times) {
        return Stream.of(times).max(Instant::compareTo).orElseThrow();
    }

    /** @param slug that it has in the addresses of its pages */
    private static Agenda.Conference view(Conference conference, String slug) {
        return new Agenda.Conference(
                conference.id(),
                slug,
                conference.title(),
                conference.timeZone().getId(),
                conference.days(),
                conference.look().accent(),
                conference.look().welcome(),
                conference.look().logo());
    }
}
