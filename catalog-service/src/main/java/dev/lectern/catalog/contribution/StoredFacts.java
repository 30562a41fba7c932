package dev.lectern.catalog.contribution;

import dev.lectern.catalog.audience.CatalogFacts;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.chassis.events.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What is stored of those who may be told, and of what they may be told of. */
@ApplicationScoped
class StoredFacts implements CatalogFacts {

    private final Session session;

    StoredFacts(Session session) {
        this.session = session;
    }

    private record Row(
            UUID id, int number, Subject subject, State state, boolean deleted, Long announced, List<UUID> presenters) {

        Talk talk() {
            return new Talk(
                    number,
                    subject.title(),
                    state.isPlaceable() && !deleted,
                    Objects.requireNonNullElse(announced, 0L),
                    Arrays.asList(subject.title(), subject.abstractText(), subject.type(), subject.track()),
                    presenters);
        }
    }

    @Override
    public Map<UUID, Talk> talks(Collection<UUID> contributions) {
        return session.createQuery("""
                        select id, number, subject, state, deleted, announced.revision, presenters
                        from Contribution where id in ?1""", Row.class)
                .setParameter(1, contributions)
                .getResultStream()
                .collect(Collectors.toMap(Row::id, Row::talk));
    }

    @Override
    public List<Person> people(Collection<UUID> ids) {
        return Presenter.today(List.copyOf(ids)).stream()
                .map(presenter -> new Person(
                        presenter.id(), presenter.name().displayed(), presenter.email(), presenter.mergedIds()))
                .toList();
    }

    @Override
    public Zone zone(UUID id) {
        Conference conference = Conference.findById(id);
        return new Zone(conference.timeZone(), Announcement.revisionOf(conference.announced()));
    }
}
