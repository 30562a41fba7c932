package dev.lectern.catalog.imports;

import dev.lectern.catalog.audience.Audiences;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.conference.Conferences;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Contributions;
import dev.lectern.catalog.contribution.Followers;
import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.imports.ImportReport.Imported;
import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.Presenters;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.formats.ContributionReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Brings a conference to what a report says, in one transaction. A field is written only where the report differs from
 * the last one, so that what people changed by hand stays; the same report again changes nothing and makes no event.
 */
@ApplicationScoped
class Import {

    private final Contributions contributions;
    private final Presenters presenters;
    private final Conferences conferences;
    private final Audiences audiences;
    private final Session session;
    private final Outbox outbox;

    Import(
            Contributions contributions,
            Presenters presenters,
            Conferences conferences,
            Audiences audiences,
            Session session,
            Outbox outbox) {
        this.contributions = contributions;
        this.presenters = presenters;
        this.conferences = conferences;
        this.audiences = audiences;
        this.session = session;
        this.outbox = outbox;
    }

    Work work(UUID conference, Origin origin, ContributionReport file, Missing missing, Edit edit, boolean dryRun) {
        return new ImportWork(
                progress -> run(conference, origin, file, missing, edit, dryRun, progress), outbox, dryRun);
    }

    private ImportReport run(
            UUID id,
            Origin origin,
            ContributionReport file,
            Missing missing,
            Edit edit,
            boolean dryRun,
            Progress progress) {
        // A query would otherwise look through all that is loaded for changes, once per contribution.
        session.setHibernateFlushMode(FlushMode.COMMIT);
        progress.is("waiting for other changes of the conference", 0, 0);
        var conference = Conference.lock(id);
        return ImportReport.of(
                audiences.edit(id, dryRun, () -> run(conference, origin, file, missing, edit, progress)));
    }

    private Imported run(
            Conference conference,
            Origin origin,
            ContributionReport file,
            Missing missing,
            Edit edit,
            Progress progress) {
        if (conference.adoptTitle(file.title(), edit)) {
            conferences.publish(conference);
        }
        var existing = new KnownContributions(conference.id());
        existing.reserve(file.contributions());
        var presentersBefore = Presenter.ofConference(conference.id());
        var matches = new Matches(file, existing, PresenterNames.of(presentersBefore), origin);
        var report = file.without(
                entry -> matches.find(entry).filter(Contribution::isDeleted).isPresent());
        var people = new ReportedPeople(
                conference,
                origin,
                new FilePeople(report, matches, presenters::faults),
                new KnownPeople(conference.id(), presentersBefore, origin));
        people.resolve();
        var changes = new Changes(origin, edit);
        var all = report.contributions().size();
        for (var reported : report.contributions()) {
            progress.is("contributions", changes.imported().size(), all);
            changes.apply(matches, existing, reported, FileContent.of(reported, people.ids(reported), origin));
        }
        if (missing == Missing.WITHDRAW) {
            existing.missing(changes.there(), origin).forEach(changes::withdraw);
        }
        progress.is("telling the other services", all, all);
        var followers = followers(people, changes.changed());
        publish(people);
        contributions.publish(changes.changed(), edit);
        followers.addAll(changes.calledOtherwise());
        contributions.publish(followers);
        return Imported.of(
                origin,
                report,
                changes.imported(),
                changes.kept(),
                List.copyOf(people.outcomes().values()),
                Stream.of(otherZone(report, conference), matches.doubts(), people.doubts())
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(Doubt::line))
                        .toList());
    }

    private static List<Doubt> otherZone(ContributionReport report, Conference conference) {
        return report.timeZone() == null || report.timeZone().equals(conference.timeZone())
                ? List.of()
                : List.of(new Doubt(
                        1,
                        report.timeZone(),
                        "The file's times are in " + report.timeZone() + ", and those of the conference in "
                                + conference.timeZone()));
    }

    private static Set<Contribution> followers(ReportedPeople people, Set<Contribution> changed) {
        var followers = new LinkedHashSet<Contribution>();
        var changedAnyway = new HashSet<>(changed);
        for (var presenter : people.renamed()) {
            followers.addAll(Followers.ofRename(presenter.id(), changedAnyway));
            changedAnyway.addAll(followers);
        }
        return followers;
    }

    private void publish(ReportedPeople people) {
        people.outcomes().forEach((presenter, outcome) -> {
            if (outcome != Outcome.UNCHANGED) {
                presenters.publish(presenter);
            }
        });
    }
}
