package dev.lectern.catalog.presenter;

import dev.lectern.catalog.conference.ConferenceDeleted;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds presenters, and publishes what became of them. */
@ApplicationScoped
public class Presenters {

    private final Session session;
    private final Outbox outbox;
    private final Event<PresenterRenamed> renamed;
    private final Event<PresenterMerged> merged;
    private final Event<PresenterErased> erased;
    private final Validator validator;

    Presenters(
            Session session,
            Outbox outbox,
            Event<PresenterRenamed> renamed,
            Event<PresenterMerged> merged,
            Event<PresenterErased> erased,
            Validator validator) {
        this.session = session;
        this.outbox = outbox;
        this.renamed = renamed;
        this.merged = merged;
        this.erased = erased;
        this.validator = validator;
    }

    /** The presenter with this id in this conference, else 404. */
    Presenter find(UUID conference, UUID id) {
        return Presenter.<Presenter>find("conferenceId = ?1 and id = ?2", conference, id)
                .firstResultOptional()
                .orElseThrow(() -> Refused.notFound("This conference has no presenter with the id " + id));
    }

    /**
     * @param q part of the name or affiliation, in any case
     * @param withoutEmail only those who cannot be told anything yet
     * @param after the last one of the page before, null for the first page
     */
    List<Presenter> page(UUID conference, String q, boolean withoutEmail, UUID after, int limit) {
        return session.createNativeQuery("""
                        select * from presenter
                        where conference_id = ?1
                          and (cast(?2 as text) is null
                               or position(lower(?2) in lower(concat_ws(' ', given_names, family_name, affiliation))) > 0)
                          and (not ?3 or email is null)
                          and (cast(?4 as uuid) is null
                               or (family_name, id) > (select family_name, id from presenter where id = ?4))
                        order by family_name, id limit ?5""", Presenter.class)
                .setParameter(1, conference)
                .setParameter(2, q)
                .setParameter(3, withoutEmail)
                .setParameter(4, after)
                .setParameter(5, limit)
                .getResultList();
    }

    /** The numbers of a presenter's contributions, in order. */
    List<Integer> contributions(Presenter presenter) {
        return session.createNativeQuery(
                        "select number from contribution where presenters @> array[?1] order by number", Tuple.class)
                .setParameter(1, presenter.id())
                .getResultStream()
                .map(row -> row.get(0, Integer.class))
                .toList();
    }

    /** What is wrong with an address that a presenter is to have, without repeating it. */
    public List<String> faults(String email) {
        return validator.validateValue(PresenterBody.class, "email", email).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .toList();
    }

    public void publish(Presenter presenter) {
        publish(PresenterEvent.of(presenter), AddressEvent.of(presenter));
    }

    private void publishDeletion(Presenter presenter, UUID mergedInto) {
        publish(PresenterEvent.ofDeleted(presenter, mergedInto), AddressEvent.ofDeleted(presenter));
    }

    private void publish(PresenterEvent state, AddressEvent address) {
        outbox.append(PresenterEvent.TOPIC, PresenterEvent.TYPE, state.id(), state);
        outbox.append(AddressEvent.TOPIC, AddressEvent.TYPE, address.id(), address);
    }

    /** They leave no tombstones: nothing can bring an id back. */
    void deleteAll(@Observes ConferenceDeleted conference) {
        Presenter.ofConference(conference.conference()).forEach(presenter -> publishDeletion(presenter, null));
        Presenter.delete("conferenceId", conference.conference());
    }

    /**
     * Puts one presenter in another's place, whom nothing finds any more: neither callers nor files.
     *
     * @throws Refused 400 when that is the same one, or nobody of the conference
     */
    void merge(Presenter stays, UUID otherId, Edit edit) {
        if (stays.id().equals(otherId)) {
            throw Refused.invalid(Fault.at("/presenter", "Nobody is merged with themselves"));
        }
        var other = Presenter.<Presenter>find("conferenceId = ?1 and id = ?2", stays.conferenceId(), otherId)
                .firstResultOptional()
                .orElseThrow(
                        () -> Refused.invalid(Fault.at("/presenter", "The conference has no presenter with this id")));
        var before = stays.name();
        replace(other, stays);
        publish(stays);
        publishDeletion(other, stays.id());
        var isListedAlike = stays.name().displayed().equals(other.name().displayed());
        merged.fire(new PresenterMerged(
                stays.conferenceId(), other.id(), stays.id(), isListedAlike, looksDifferent(before, stays), edit));
    }

    private void replace(Presenter other, Presenter stays) {
        PresenterAlias.follow(other.id(), stays.id());
        other.delete();
        session.flush();
        if (stays.saidInFiles().isEmpty()) {
            stays.takeOverFromFiles(other);
        } else {
            other.saidInFiles().forEach(said -> new PresenterAlias(stays, said).persist());
        }
        stays.absorb(other);
    }

    /** Leaves nothing of the person, nor of what was to be sent of them. */
    void erase(Presenter presenter, Edit edit) {
        presenter.delete();
        session.flush();
        publishDeletion(presenter, null);
        erased.fire(new PresenterErased(presenter.conferenceId(), presenter.id(), presenter.name(), edit));
        outbox.forgetSuperseded(presenter.id());
    }

    PresenterView view(Presenter presenter) {
        return PresenterView.of(presenter, contributions(presenter));
    }

    static <T> RestResponse<T> answer(Presenter presenter, T entity) {
        return Tagged.ok(entity, presenter.revision());
    }

    /**
     * Publishes the presenter's new state, and lets their contributions follow where the public part is another one
     * now.
     */
    void publish(Presenter presenter, PersonName before) {
        publish(presenter);
        if (looksDifferent(before, presenter)) {
            renamed.fire(new PresenterRenamed(presenter.id()));
        }
    }

    private static boolean looksDifferent(PersonName before, Presenter presenter) {
        return !before.displayed().equals(presenter.name().displayed())
                || !Objects.equals(before.affiliation(), presenter.name().affiliation());
    }
}
