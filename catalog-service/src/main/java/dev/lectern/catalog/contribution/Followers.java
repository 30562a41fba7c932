package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.PresenterErased;
import dev.lectern.catalog.presenter.PresenterMerged;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The contributions that follow what becomes of a presenter; those that are different now are returned. */
public final class Followers {

    private Followers() {}

    /**
     * Gives a new revision to the contributions of a presenter whose name is another one, but for those that have one
     * already. The name is part of the public state, but no news to tell.
     */
    public static List<Contribution> ofRename(UUID presenter, Collection<Contribution> changedAnyway) {
        var presented = Contribution.presentedBy(presenter);
        var now = Edit.now();
        presented.forEach(contribution -> contribution.follow(now, changedAnyway.contains(contribution)));
        return presented.stream()
                .filter(contribution -> !changedAnyway.contains(contribution))
                .toList();
    }

    /** They list who stays instead of who was merged into them. */
    static List<Contribution> of(PresenterMerged merge) {
        return Contribution.naming(merge.conference(), merge.merged()).stream()
                .filter(contribution -> contribution.replacePresenter(
                        merge.merged(),
                        merge.into(),
                        isNews(contribution, merge)
                                ? merge.edit()
                                : merge.edit().quiet()))
                .toList();
    }

    /** Where other names are listed now, or one less; the same person is still told the same. */
    private static boolean isNews(Contribution contribution, PresenterMerged merge) {
        return !merge.isListedAlike() || contribution.content().presenters().contains(merge.into());
    }

    /** They list somebody no longer of whom nothing is to be left, neither as a presenter nor as an author. */
    static List<Contribution> of(PresenterErased erased) {
        return Contribution.ever(erased.conference()).stream()
                .filter(contribution -> contribution.erase(erased.presenter(), erased.name(), erased.edit()))
                .toList();
    }
}
