package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.ReportFile;
import dev.lectern.formats.ReportedContribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The contributions of a conference, as a file may mean them: by number, by what files of its source call them, by
 * title.
 */
final class KnownContributions {

    /** What people can give a contribution too. */
    private static final int HIGHEST_NUMBER = 999_999_999;

    private final UUID conference;
    private final Map<UUID, Contribution> byId = new HashMap<>();
    private final Map<Integer, Contribution> byNumber = new HashMap<>();
    private final Map<String, Set<Contribution>> byExternalId = new HashMap<>();
    private final Map<String, Set<Contribution>> byTitle = new HashMap<>();
    private final Set<Integer> reserved = new HashSet<>();
    private int highest;

    KnownContributions(UUID conference) {
        this.conference = conference;
        Contribution.ever(conference).forEach(this::add);
    }

    private void add(Contribution contribution) {
        byId.put(contribution.id(), contribution);
        byNumber.put(contribution.number(), contribution);
        highest = Math.max(highest, contribution.number());
        for (var said : contribution.saidInFiles()) {
            if (said.id() != null) {
                note(byExternalId, said.id(), contribution);
            }
        }
        Matches.titles(contribution).forEach(title -> note(byTitle, PlainText.bare(title), contribution));
    }

    private static void note(Map<String, Set<Contribution>> map, String key, Contribution contribution) {
        map.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(contribution);
    }

    Optional<Contribution> numbered(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The contribution that Lectern's own files call so, whatever others do. */
    Optional<Contribution> ours(ReportedContribution entry) {
        return entry.ownId().map(byId::get);
    }

    /** The contributions that files of this source call so. */
    List<Contribution> called(String externalId, Origin origin) {
        return byExternalId.getOrDefault(externalId, Set.of()).stream()
                .filter(contribution -> contribution.saidInFiles().stream()
                        .anyMatch(said -> externalId.equals(said.id()) && origin.isOf(said.source())))
                .toList();
    }

    /** The contributions with this title, here or in files. */
    Collection<Contribution> titled(String title) {
        return byTitle.getOrDefault(PlainText.bare(title), Set.of());
    }

    /** Numbers that a file names are not given to others of it. */
    void reserve(Collection<ReportedContribution> entries) {
        entries.stream()
                .map(ReportedContribution::number)
                .filter(Objects::nonNull)
                .forEach(reserved::add);
    }

    /** A new one: with the number that the file says where that is free, else with the next. */
    Contribution create(ReportedContribution reported, Origin origin, Said file, Edit edit) {
        if (byNumber.size() >= ReportFile.MOST_CONTRIBUTIONS) {
            throw Refused.invalidFile(List.of(Fault.inLine(
                    reported.line(), "A conference has at most " + ReportFile.MOST_CONTRIBUTIONS + " contributions")));
        }
        var wanted = reported.number();
        var number = wanted == null || byNumber.containsKey(wanted) ? freeNumber() : wanted;
        var created = Contribution.imported(conference, number, origin, file, edit.at());
        created.persist();
        add(created);
        return created;
    }

    private int freeNumber() {
        var number = highest < HIGHEST_NUMBER ? highest + 1 : 1;
        while (reserved.contains(number) || byNumber.containsKey(number)) {
            number++;
        }
        return number;
    }

    /** The contributions that files of this source had, except these, by number. */
    List<Contribution> missing(Collection<Contribution> there, Origin origin) {
        var gone = new ArrayList<Contribution>(byNumber.values());
        gone.removeIf(known -> !known.isFrom(origin) || known.isDeleted() || there.contains(known));
        gone.sort(Comparator.comparing(Contribution::number));
        return gone;
    }
}
