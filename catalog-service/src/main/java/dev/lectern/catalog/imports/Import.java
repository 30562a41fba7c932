package dev.lectern.catalog.imports;

import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.conference.Conferences;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Contributions;
import dev.lectern.catalog.imports.ImportReport.ImportedContribution;
import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.Presenters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Brings a conference to what a report says, in one transaction. A field is written only where the report differs from the last one, so
 * that what people changed by hand stays; the same report again changes nothing and makes no event.
 */
@ApplicationScoped
class Import {

    private final Contributions contributions;
    private final Presenters presenters;
    private final Conferences conferences;
    private final Session session;

    Import(Contributions contributions, Presenters presenters, Conferences conferences, Session session) {
        this.contributions = contributions;
        this.presenters = presenters;
        this.conferences = conferences;
        this.session = session;
    }

    @Transactional(TxType.MANDATORY)
    ImportReport run(UUID conferenceId, ContributionReport file, Edit edit) {
        // A query would otherwise look through all that is loaded for changes, once per contribution.
        session.setHibernateFlushMode(FlushMode.COMMIT);
        var conference = Conference.lock(conferenceId);
        if (conference.adoptTitle(file.title(), edit)) {
            conferences.publish(conference);
        }
        var existing = Contribution.byNumber(conferenceId);
        var report = file.without(deletedAmong(existing));
        var people = new ReportedPeople(conferenceId, report.contributions());
        people.resolve();
        var changed = new LinkedHashSet<Contribution>();
        var imported = new ArrayList<ImportedContribution>();
        for (var reported : report.contributions()) {
            var known = Optional.ofNullable(existing.get(reported.number()));
            imported.add(apply(conferenceId, known, reported, people.ids(reported), edit, changed));
        }
        people.renamed().forEach(presenter -> changed.addAll(Contribution.followRename(presenter.id(), changed)));
        session.flush();
        publish(people, changed);
        return ImportReport.of(report, imported, List.copyOf(people.outcomes().values()));
    }

    private static Set<Integer> deletedAmong(Map<Integer, Contribution> existing) {
        return existing.values().stream()
                .filter(Contribution::isDeleted)
                .map(Contribution::number)
                .collect(Collectors.toSet());
    }

    private ImportedContribution apply(
            UUID conference,
            Optional<Contribution> existing,
            ReportedContribution reported,
            List<UUID> presenterIds,
            Edit edit,
            Set<Contribution> changed) {
        var content = content(reported, presenterIds);
        if (existing.isEmpty()) {
            var created = Contribution.imported(conference, reported.number(), content, edit.at());
            created.persist();
            changed.add(created);
            return new ImportedContribution(reported.number(), Outcome.CREATED, List.of());
        }
        var contribution = existing.get();
        var before = contribution.content();
        if (contribution.follow(content, edit)) {
            changed.add(contribution);
            return new ImportedContribution(
                    reported.number(), Outcome.UPDATED, differences(before, contribution.content()));
        }
        return new ImportedContribution(reported.number(), Outcome.UNCHANGED, List.of());
    }

    private void publish(ReportedPeople people, Set<Contribution> changed) {
        people.outcomes().forEach((presenter, outcome) -> {
            if (outcome != Outcome.UNCHANGED) {
                presenters.publish(presenter);
            }
        });
        changed.forEach(contributions::publish);
    }

    private static Content content(ReportedContribution reported, List<UUID> presenterIds) {
        return new Content(
                reported.title(),
                reported.abstractText(),
                reported.type(),
                reported.track(),
                reported.durationMinutes(),
                reported.session(),
                presenterIds);
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
}
