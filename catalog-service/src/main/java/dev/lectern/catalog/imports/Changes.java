package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.imports.ImportReport.ImportedContribution;
import dev.lectern.catalog.imports.ImportReport.Kept;
import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.formats.ReportedContribution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What an import does to contributions. */
final class Changes {

    private static final Content SILENT = new Content("", "", null, null, null, null, List.of());

    private final Edit edit;
    private final Set<Contribution> changed = new LinkedHashSet<>();
    private final List<ImportedContribution> imported = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    Changes(Edit edit) {
        this.edit = edit;
    }

    void apply(KnownContributions existing, ReportedContribution reported, Content file) {
        existing.find(reported).ifPresentOrElse(known -> update(known, file), () -> create(existing, reported, file));
    }

    private void create(KnownContributions existing, ReportedContribution reported, Content file) {
        var created = existing.create(reported, file, edit);
        changed.add(created);
        note(created, Outcome.CREATED, List.of());
    }

    private void update(Contribution known, Content file) {
        var before = known.content();
        if (known.follow(file, edit)) {
            changed.add(known);
            note(known, Outcome.UPDATED, differences(before, known.content()));
        } else {
            note(known, Outcome.UNCHANGED, List.of());
        }
        var stay = differences(file, known.content()).stream()
                .filter(field -> isSaid(field, file))
                .toList();
        if (!stay.isEmpty()) {
            kept.add(new Kept(known.number(), stay));
        }
    }

    void withdraw(Contribution missing) {
        if (missing.withdraw(edit)) {
            changed.add(missing);
            note(missing, Outcome.WITHDRAWN, List.of());
        }
    }

    private void note(Contribution contribution, Outcome outcome, List<String> fields) {
        imported.add(new ImportedContribution(contribution.number(), outcome, fields));
    }

    /** Formats do not have all fields, and what the file is silent on is not kept against it. */
    private static boolean isSaid(String field, Content file) {
        return differences(SILENT, file).contains(field);
    }

    private static List<String> differences(Content before, Content after) {
        var fields = new ArrayList<String>();
        note("title", before.title(), after.title(), fields);
        note("abstract", before.abstractText(), after.abstractText(), fields);
        note("type", before.type(), after.type(), fields);
        note("track", before.track(), after.track(), fields);
        note("durationMinutes", before.durationMinutes(), after.durationMinutes(), fields);
        note("sessionClassification", before.sessionClassification(), after.sessionClassification(), fields);
        note("presenters", before.presenters(), after.presenters(), fields);
        return fields;
    }

    private static void note(String field, Object before, Object after, List<String> fields) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }

    Set<Contribution> changed() {
        return changed;
    }

    List<ImportedContribution> imported() {
        return imported;
    }

    List<Kept> kept() {
        return kept;
    }
}
