package dev.lectern.catalog.addresses;

import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.PresenterDirectory;
import dev.lectern.chassis.problem.Refused;
import java.util.List;
import java.util.Map;

/**
 * Finds the one presenter of a conference whom a row names. In doubt it finds nobody: an address in the wrong hands
 * cannot be taken back.
 */
final class Directory {

    private final Map<Integer, Contribution> contributions;
    private final PresenterDirectory presenters;

    Directory(List<Presenter> presenters, Map<Integer, Contribution> contributions) {
        this.contributions = contributions;
        this.presenters = new PresenterDirectory(presenters);
    }

    /** @throws Refused with the row's line when it names nobody or more than one */
    Presenter find(AddressRow row) {
        if (row.number().isEmpty()) {
            return byName(row);
        }
        var candidates = presentersOf(row);
        return row.name().isEmpty() ? onlyOne(row, candidates) : namedAmong(row, candidates);
    }

    private Presenter byName(AddressRow row) {
        if (row.name().isEmpty()) {
            throw row.refused("Whose address is this? Give a number or a name");
        }
        var found = presenters.called(row.name());
        if (found.size() > 1) {
            throw row.refused(
                    "More than one presenter has this name; give the number of a contribution of theirs as well");
        }
        return found.stream().findFirst().orElseThrow(() -> row.refused("No presenter has this name"));
    }

    private List<Presenter> presentersOf(AddressRow row) {
        // Nine digits are always an int.
        if (!row.number().matches("[0-9]{1,9}")) {
            throw row.refused("This is not the number of a contribution");
        }
        var contribution = contributions.get(Integer.valueOf(row.number()));
        if (contribution == null) {
            throw row.refused("There is no contribution with this number");
        }
        return contribution.content().presenters().stream()
                .map(presenters::withId)
                .toList();
    }

    private static Presenter onlyOne(AddressRow row, List<Presenter> candidates) {
        if (candidates.size() != 1) {
            throw row.refused(
                    candidates.isEmpty()
                            ? "This contribution has no presenter"
                            : "This contribution has more than one presenter; give the name as well");
        }
        return candidates.get(0);
    }

    private static Presenter namedAmong(AddressRow row, List<Presenter> candidates) {
        var found = candidates.stream()
                .filter(presenter -> PresenterDirectory.isCalled(presenter, row.name()))
                .toList();
        if (found.size() != 1) {
            throw row.refused(
                    found.isEmpty()
                            ? "No presenter of this contribution has this name"
                            : "More than one presenter of this contribution has this name; set the address of each by"
                                    + " PATCH");
        }
        return found.get(0);
    }
}
