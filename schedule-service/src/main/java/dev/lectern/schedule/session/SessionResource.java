package dev.lectern.schedule.session;

import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/schedule/conferences/{c}/sessions")
class SessionResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final CurrentConference conference;

    SessionResource(CurrentConference conference) {
        this.conference = conference;
    }

    /** By id; the whole schedule has them by start. */
    @GET
    @Transactional
    public Page<SessionView> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = StoredTimetable.of(conference.id()).sessionsAfter(Page.after(pageToken, FIRST), size + 1);
        var views = views(found).stream().collect(Collectors.toMap(SessionView::id, Function.identity()));
        return Page.of(found, size, Session::id, session -> views.get(session.id()));
    }

    @GET
    @Path("{id}")
    @Transactional
    public SessionView get(@RestPath UUID id) {
        return StoredTimetable.of(conference.id()).session(id).filter(Session::isPlaced).stream()
                .flatMap(session -> views(List.of(session)).stream())
                .findFirst()
                .orElseThrow(() -> Refused.notFound("This schedule has no session with the id " + id));
    }

    private List<SessionView> views(Collection<Session> sessions) {
        var zone = Conferences.get(conference.id()).timeZone();
        var talks = StoredTimetable.of(conference.id())
                .slotsIn(sessions.stream().map(Session::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Slot::sessionId, Collectors.mapping(Slot::number, Collectors.toList())));
        return SessionView.of(
                sessions.stream().map(session -> session.state(zone)).toList(), talks);
    }
}
