package dev.lectern.catalog.audience;

import dev.lectern.catalog.audience.CatalogFacts.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Makes edits, or only tries them, and finds out whom they tell. The conference is locked by whoever calls this. */
@ApplicationScoped
public class Audiences {

    private final CatalogFacts facts;
    private final Session session;

    Audiences(CatalogFacts facts, Session session) {
        this.facts = facts;
        this.session = session;
    }

    /** Makes an edit that may concern anything of the conference. */
    public <T> Edited<T> edit(UUID conference, boolean dryRun, Supplier<T> edit) {
        return edit(conference, Placement.ofConference(conference), dryRun, edit);
    }

    /** Makes an edit that concerns these contributions only. */
    public <T> Edited<T> edit(UUID conference, Collection<UUID> contributions, boolean dryRun, Supplier<T> edit) {
        return edit(conference, Placement.among(contributions), dryRun, edit);
    }

    private <T> Edited<T> edit(UUID conference, List<Placement> placed, boolean dryRun, Supplier<T> edit) {
        var before = audience(conference, placed, Set.of());
        var result = edit.get();
        session.flush();
        var after = audience(conference, placed, before.people().keySet());
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return new Edited<>(result, dryRun, before.warnings(after), before.tells(after));
    }

    /** @param others who is to be known although they appear in nothing any more */
    private Audience audience(UUID conference, List<Placement> placed, Set<UUID> others) {
        if (placed.isEmpty()) {
            return new Audience(List.of(), Map.of(), facts.zone(conference));
        }
        var appearances = appearances(placed);
        var ids = new LinkedHashSet<>(others);
        appearances.forEach(appearance -> ids.addAll(appearance.people()));
        var people = new HashMap<UUID, Person>();
        for (var person : facts.people(ids)) {
            people.put(person.id(), person);
            person.mergedIds().forEach(id -> people.put(id, person));
        }
        return new Audience(appearances, people, facts.zone(conference));
    }

    private List<Appearance> appearances(List<Placement> placed) {
        var talks = facts.talks(placed.stream()
                .filter(placement -> !placement.isSession())
                .map(Placement::id)
                .toList());
        return Stream.concat(
                        placed.stream()
                                .filter(placement -> talks.containsKey(placement.id()))
                                .map(placement -> Appearance.of(placement, talks.get(placement.id())))
                                .sorted(Comparator.comparing(
                                        talk -> talk.contribution().number())),
                        placed.stream().filter(Placement::isSession).map(Appearance::of))
                .toList();
    }
}
