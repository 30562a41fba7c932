package dev.lectern.schedule.imports;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The contributions that the entries of a file are, as the catalog found out when it read the same file: by their own
 * ids where they were exported from here, else by what files of this source call them, else by number.
 */
final class FileTalks {

    private final String source;
    private final Map<UUID, Contribution> byOwnId = new HashMap<>();
    private final Map<String, Set<Contribution>> byId = new HashMap<>();
    private final Map<Integer, Contribution> byNumber = new HashMap<>();

    FileTalks(UUID conference, String source) {
        this.source = source;
        for (var contribution : Contributions.allOf(conference)) {
            byOwnId.put(contribution.id(), contribution);
            byNumber.put(contribution.number(), contribution);
            contribution
                    .idsInFiles()
                    .forEach(id -> byId.computeIfAbsent(id, any -> new LinkedHashSet<>())
                            .add(contribution));
        }
    }

    /**
     * One whom this source calls so comes before one of which nobody knows who calls it so; of several that were given
     * one id, one after the other, it is the one with the title.
     */
    Optional<Contribution> find(ReportedContribution entry) {
        if (entry.externalId() == null) {
            return Optional.ofNullable(byNumber.get(entry.number()));
        }
        return entry.ownId().map(byOwnId::get).or(() -> called(entry));
    }

    private Optional<Contribution> called(ReportedContribution entry) {
        return byId.getOrDefault(entry.externalId(), Set.of()).stream()
                .filter(contribution -> contribution.isCalled(entry.externalId(), source))
                .max(Comparator.comparing(Contribution::hasSources).thenComparing(one -> hasTitle(one, entry)));
    }

    /** Whether it was exported from here. */
    boolean isOurs(ReportedContribution entry) {
        return entry.ownId().map(byOwnId::get).isPresent();
    }

    private static boolean hasTitle(Contribution contribution, ReportedContribution entry) {
        return PlainText.bare(contribution.title()).equals(PlainText.bare(entry.title()));
    }

    List<Contribution> all(List<ReportedContribution> entries) {
        return entries.stream()
                .flatMap(entry -> find(entry).stream())
                .distinct()
                .toList();
    }
}
