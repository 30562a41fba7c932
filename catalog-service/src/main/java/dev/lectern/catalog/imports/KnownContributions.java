package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.ReportFile;
import dev.lectern.formats.ReportedContribution;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The contributions of a conference, as a file finds them: by external id where it has such ids, else by number. The two never meet: what came
 * in one kind of file is not taken for something of the other kind.
 */
final class KnownContributions {

    private final UUID conference;
    private final Map<Integer, Contribution> byNumber = new HashMap<>();
    private final Map<String, Contribution> byExternalId = new HashMap<>();
    private int highest;

    KnownContributions(UUID conference) {
        this.conference = conference;
        Contribution.ever(conference).forEach(this::add);
    }

    private void add(Contribution contribution) {
        byNumber.put(contribution.number(), contribution);
        highest = Math.max(highest, contribution.number());
        if (contribution.externalId() != null) {
            byExternalId.put(contribution.externalId(), contribution);
        }
    }

    boolean isDeleted(ReportedContribution reported) {
        return find(reported).filter(Contribution::isDeleted).isPresent();
    }

    Optional<Contribution> find(ReportedContribution reported) {
        return Optional.ofNullable(
                reported.externalId() == null
                        ? byNumber.get(reported.number())
                        : byExternalId.get(reported.externalId()));
    }

    /** Who presents it so far; nobody where it is new. */
    List<UUID> presenters(ReportedContribution reported) {
        return find(reported).map(known -> known.content().presenters()).orElse(List.of());
    }

    /** A new one: with the number that the file says where that is free, else with the next. */
    Contribution create(ReportedContribution reported, String source, Said file, Edit edit) {
        if (byNumber.size() >= ReportFile.MOST_CONTRIBUTIONS) {
            throw TextFile.invalid(List.of(Fault.inLine(
                    reported.line(), "A conference has at most " + ReportFile.MOST_CONTRIBUTIONS + " contributions")));
        }
        var wanted = reported.number();
        var number = wanted == null || byNumber.containsKey(wanted) ? Math.addExact(highest, 1) : wanted;
        var created = Contribution.imported(conference, number, reported.externalId(), source, file, edit.at());
        created.persist();
        add(created);
        return created;
    }

    /** Those that files of this format had and this one has not, by number. */
    List<Contribution> missingIn(ContributionReport report, String source) {
        var there = report.contributions().stream()
                .flatMap(reported -> find(reported).stream())
                .collect(Collectors.toSet());
        return byNumber.values().stream()
                .filter(known -> known.isFrom(source) && !known.isDeleted() && !there.contains(known))
                .sorted(Comparator.comparing(Contribution::number))
                .toList();
    }
}
