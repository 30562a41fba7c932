package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.contribution.State;
import dev.lectern.catalog.imports.ImportReport.ImportedContribution;
import dev.lectern.catalog.imports.ImportReport.Kept;
import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.formats.ReportedContribution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an import does to contributions. */
final class Changes {

    private static final String STATE = "state";

    private final Origin origin;
    private final Edit edit;
    private final Set<Contribution> changed = new LinkedHashSet<>();
    private final Set<Contribution> calledOtherwise = new LinkedHashSet<>();
    private final Set<Contribution> there = new LinkedHashSet<>();
    private final List<ImportedContribution> imported = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    Changes(Origin origin, Edit edit) {
        this.origin = origin;
        this.edit = edit;
    }

    void apply(Matches matches, KnownContributions existing, ReportedContribution reported, Said file) {
        matches.find(reported)
                .ifPresentOrElse(
                        known -> update(known, file, existing.ours(reported).isPresent()),
                        () -> create(existing, reported, file));
    }

    private void create(KnownContributions existing, ReportedContribution reported, Said file) {
        var created = existing.create(reported, origin, file, edit);
        changed.add(created);
        there.add(created);
        note(created, Outcome.CREATED, List.of());
    }

    /** What was exported from here is no memory of what others say, unless somebody has changed it since. */
    private void update(Contribution known, Said file, boolean isOurs) {
        var said = isOurs ? OurContent.of(file, known.content(), origin) : file;
        if (isOurs && kept(known, said).isEmpty()) {
            there.add(known);
            note(known, Outcome.UNCHANGED, List.of());
        } else {
            update(known, said);
        }
    }

    private void update(Contribution known, Said file) {
        there.add(known);
        var before = known.content();
        var stateBefore = known.state();
        var idsBefore = known.externalIds();
        if (known.follow(origin, file, edit)) {
            changed.add(known);
            note(known, Outcome.UPDATED, differences(before, stateBefore, known));
        } else {
            note(known, Outcome.UNCHANGED, List.of());
            if (!idsBefore.equals(known.externalIds())) {
                known.tellExternalIds();
                calledOtherwise.add(known);
            }
        }
        var stay = kept(known, file);
        if (!stay.isEmpty()) {
            kept.add(new Kept(known.number(), stay));
        }
    }

    void withdraw(Contribution missing) {
        if (missing.miss(origin, edit)) {
            changed.add(missing);
            note(missing, Outcome.WITHDRAWN, List.of());
        } else if (missing.state() != State.WITHDRAWN) {
            kept.add(new Kept(missing.number(), List.of(STATE)));
        }
    }

    private void note(Contribution contribution, Outcome outcome, List<String> fields) {
        imported.add(new ImportedContribution(contribution.number(), outcome, fields));
    }

    private static List<String> differences(Content before, State stateBefore, Contribution now) {
        var fields = new ArrayList<>(before.differences(now.content()));
        if (stateBefore != now.state()) {
            fields.add(STATE);
        }
        return fields;
    }

    /** Formats do not have all fields, and what the file is silent on is not kept against it. */
    private static List<String> kept(Contribution known, Said file) {
        var said = Content.NONE.differences(file.content());
        var fields = new ArrayList<>(file.content().differences(known.content()));
        fields.retainAll(said);
        if (file.state() != null && file.state() != known.state()) {
            fields.add(STATE);
        }
        return fields;
    }

    Set<Contribution> changed() {
        return changed;
    }

    /** The contributions that the file has. */
    Set<Contribution> there() {
        return there;
    }

    /** The contributions of which only the ids in files are others now. */
    Set<Contribution> calledOtherwise() {
        return calledOtherwise;
    }

    List<ImportedContribution> imported() {
        return imported;
    }

    List<Kept> kept() {
        return kept;
    }
}
