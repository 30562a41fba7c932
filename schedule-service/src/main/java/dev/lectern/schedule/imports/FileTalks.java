package dev.lectern.schedule.imports;

import dev.lectern.formats.ReportedContribution;
import dev.lectern.schedule.replica.Contribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The talks of a file that have a place in it, as the catalog knows them: by external id where it has such ids, else by number. */
final class FileTalks {

    private final UUID conference;
    private final Set<String> externalIds;
    private final Set<Integer> numbers;
    private final Map<String, Contribution> byExternalId = new HashMap<>();
    private final Map<Integer, Contribution> byNumber = new HashMap<>();

    FileTalks(UUID conference, List<ReportedContribution> placed) {
        this.conference = conference;
        this.externalIds = placed.stream()
                .map(ReportedContribution::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.numbers = placed.stream()
                .filter(talk -> talk.externalId() == null)
                .map(ReportedContribution::number)
                .collect(Collectors.toSet());
    }

    /** How many the catalog's events have not brought yet. */
    int missing() {
        return (int) (externalIds.size()
                + numbers.size()
                - Contribution.countCalledInFiles(conference, externalIds)
                - Contribution.countNumbered(conference, numbers));
    }

    /** @return whether there are any */
    boolean read() {
        byExternalId.putAll(Contribution.calledInFiles(conference, externalIds).stream()
                .collect(Collectors.toMap(Contribution::externalId, Function.identity())));
        byNumber.putAll(Contribution.numbered(conference, numbers).stream()
                .collect(Collectors.toMap(Contribution::number, Function.identity())));
        return !byExternalId.isEmpty() || !byNumber.isEmpty();
    }

    Optional<Contribution> find(ReportedContribution talk) {
        return Optional.ofNullable(
                talk.externalId() == null ? byNumber.get(talk.number()) : byExternalId.get(talk.externalId()));
    }

    List<Contribution> all() {
        return Stream.concat(byExternalId.values().stream(), byNumber.values().stream())
                .distinct()
                .toList();
    }
}
