package dev.lectern.schedule.change;

import dev.lectern.schedule.change.Tell.Kind;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.Talk;
import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of an order. To be asked within its transaction. */
public final class Applied {

    private final Edit edit;
    private final boolean altered;
    private final Map<Slot, Kind> told;

    /** @param told by number; nothing when nobody is to be told */
    Applied(Edit edit, boolean altered, Map<Slot, Kind> told) {
        this.edit = edit;
        this.altered = altered;
        this.told = told;
    }

    /** That of the schedule now. */
    public long version() {
        return edit.schedule().version();
    }

    /** Whether there is something different, and so a new version. */
    public boolean altered() {
        return altered;
    }

    /** The talks that are somewhere else now, by number. */
    public List<Alteration> changes() {
        var alterations = edit.alterations();
        return Span.of(edit.schedule().conferenceId(), alterations.before(), alterations.after())
                .talks();
    }

    /** The breaks that are different now. */
    public List<BreakAlteration> breaks() {
        var alterations = edit.alterations();
        return Span.of(edit.schedule().conferenceId(), alterations.before(), alterations.after())
                .breaks();
    }

    /** What there is to warn of because of it. */
    public List<Warning> warnings() {
        return Warnings.touching(
                edit.schedule().conferenceId(), edit.alterations().touched());
    }

    /** Who is told of it, by number, then as the contribution names its presenters. */
    public List<Tell> tells() {
        var contributions = Contribution.withIds(
                        told.keySet().stream().map(Slot::contributionId).toList())
                .stream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
        return told.entrySet().stream()
                .flatMap(entry -> tells(contributions.get(entry.getKey().contributionId()), entry))
                .toList();
    }

    private static Stream<Tell> tells(Contribution contribution, Entry<Slot, Kind> entry) {
        var talk = new Talk(contribution.number(), contribution.title());
        return contribution.presenters().stream().map(presenter -> new Tell(presenter.named(), talk, entry.getValue()));
    }
}
