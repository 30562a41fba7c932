package dev.lectern.catalog.imports;

import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Likeness;
import dev.lectern.formats.ReportedContribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which contribution each entry of a file is. One that the file tells by its number is the one with that number. One
 * that was exported from here is the one with its id. Else it is the one that files of this source called so before,
 * unless title and presenters have nothing in common, for
 * then the id was given to something else. What is called otherwise than before, and has the title and the presenters
 * that one alone has whom the file does not call anything, is that one under another id, as after a move to another
 * system. In doubt it is new, and that is said.
 */
final class Matches {

    /** Where many entries are others than the contributions with their numbers, the file is of something else. */
    private static final int MANY = 2;

    private static final Pattern GLOBAL = Pattern.compile(
            "title:.*|.*@.*|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(#[0-9]+)?",
            Pattern.DOTALL);

    private static final Pattern OCCURRENCE = Pattern.compile("#([0-9]{1,9})$");

    private final Origin origin;
    private final KnownContributions known;
    private final ContributionReport report;
    private final PresenterNames names;
    private final IdentityHashMap<ReportedContribution, Contribution> found = new IdentityHashMap<>();
    private final Set<Contribution> taken = new HashSet<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Matches(ContributionReport report, KnownContributions known, PresenterNames names, Origin origin) {
        this.report = report;
        this.known = known;
        this.names = names;
        this.origin = origin;
        matchNumbers();
        matchOurs();
        matchIds();
        matchTitles();
        report.contributions().stream()
                .filter(entry -> !found.containsKey(entry))
                .forEach(this::doubtTitle);
    }

    Optional<Contribution> find(ReportedContribution entry) {
        return Optional.ofNullable(found.get(entry));
    }

    /** Who presents it so far; nobody where it is new. */
    Set<UUID> presenters(ReportedContribution entry) {
        return find(entry).map(one -> Set.copyOf(one.content().presenters())).orElse(Set.of());
    }

    List<Doubt> doubts() {
        return doubts;
    }

    private void take(ReportedContribution entry, Contribution contribution) {
        found.put(entry, contribution);
        taken.add(contribution);
    }

    private void matchNumbers() {
        var others = new ArrayList<Contribution>();
        for (var entry : report.contributions()) {
            if (entry.externalId() == null) {
                known.numbered(entry.number()).ifPresent(contribution -> {
                    take(entry, contribution);
                    if (!contribution.isDeleted() && !couldBe(entry, contribution)) {
                        others.add(contribution);
                    }
                });
            }
        }
        if (!others.isEmpty() && others.size() * MANY >= found.size()) {
            doubts.add(new Doubt(
                    1,
                    report.title() == null ? "" : report.title(),
                    "This looks like a file of another conference: %d of %d numbers are those of contributions that have another title and other presenters here, as number %d"
                            .formatted(
                                    others.size(), found.size(), others.get(0).number())));
        }
    }

    private void matchOurs() {
        report.contributions()
                .forEach(entry ->
                        known.ours(entry).filter(one -> !taken.contains(one)).ifPresent(one -> take(entry, one)));
    }

    private void matchIds() {
        for (var entry : report.contributions()) {
            if (entry.externalId() == null || found.containsKey(entry)) {
                continue;
            }
            var candidates = known.called(entry.externalId(), origin).stream()
                    .filter(one -> !taken.contains(one))
                    .toList();
            var match = candidates.stream()
                    .filter(one -> one.isDeleted() || isGlobal(entry) || couldBe(entry, one))
                    .max(Comparator.comparing((Contribution one) -> hasTitle(one, entry)));
            match.ifPresentOrElse(
                    one -> take(entry, one),
                    () -> candidates.stream()
                            .findFirst()
                            .ifPresent(one -> doubt(
                                    entry,
                                    "has the id of contribution " + one.number() + ", “"
                                            + one.content().subject().title()
                                            + "”, and neither its title nor its presenters; a new one was made")));
        }
    }

    private static boolean isGlobal(ReportedContribution entry) {
        return GLOBAL.matcher(entry.externalId()).matches();
    }

    /**
     * Whether titles or presenters have a word in common; without presenters on one side, nothing speaks against it.
     */
    private boolean couldBe(ReportedContribution entry, Contribution contribution) {
        return titles(contribution).anyMatch(title -> Likeness.shareAWord(title, entry.title()))
                || haveAPresenterInCommon(entry, contribution)
                || entry.people().presenters().isEmpty()
                || contribution.content().presenters().isEmpty();
    }

    private boolean haveAPresenterInCommon(ReportedContribution entry, Contribution contribution) {
        return entry.people().presenters().stream()
                .anyMatch(person -> contribution.content().presenters().stream()
                        .anyMatch(id -> Likeness.shareAWord(names.of(id), person.displayed())));
    }

    private void matchTitles() {
        var unmatched = report.contributions().stream()
                .filter(entry -> entry.externalId() != null && !found.containsKey(entry))
                .toList();
        var alike = unmatched.stream()
                .collect(Collectors.groupingBy(entry -> key(entry.title(), entry.externalId()), Collectors.counting()));
        for (var entry : unmatched) {
            var candidates = known.titled(entry.title()).stream()
                    .filter(one -> !taken.contains(one) && isUnderAnotherId(entry, one))
                    .toList();
            var byId = candidates.stream().filter(one -> sharesAnId(entry, one)).toList();
            var bySource = alike.get(key(entry.title(), entry.externalId())) > 1
                    ? List.<Contribution>of()
                    : candidates.stream().filter(one -> one.isFrom(origin)).toList();
            Stream.of(byId, bySource)
                    .filter(list -> list.size() == 1)
                    .findFirst()
                    .ifPresent(list -> recognise(entry, list.get(0)));
        }
    }

    private void recognise(ReportedContribution entry, Contribution contribution) {
        take(entry, contribution);
        doubt(
                entry,
                "has another id than in files before; it was taken for contribution " + contribution.number()
                        + ", which has its title and its presenters");
    }

    /** Called something by files before, presented by the same, and the same in the order of its times. */
    private boolean isUnderAnotherId(ReportedContribution entry, Contribution contribution) {
        var ids = ids(contribution).toList();
        var samePeople = entry.people().presenters().isEmpty()
                ? contribution.content().presenters().isEmpty()
                : haveAPresenterInCommon(entry, contribution);
        return !ids.isEmpty()
                && !contribution.isDeleted()
                && samePeople
                && ids.stream().map(Matches::occurrence).anyMatch(occurrence(entry.externalId())::equals);
    }

    private static boolean sharesAnId(ReportedContribution entry, Contribution contribution) {
        var ids = Stream.concat(Stream.of(entry.externalId()), entry.otherIds().stream())
                .filter(id -> !id.startsWith("title:"))
                .toList();
        return contribution.saidInFiles().stream()
                .flatMap(said -> Stream.concat(Stream.of(said.id()), said.otherIds().stream()))
                .anyMatch(ids::contains);
    }

    private static Stream<String> ids(Contribution contribution) {
        return contribution.saidInFiles().stream().map(Said::id).filter(Objects::nonNull);
    }

    private static String key(String title, String id) {
        return PlainText.bare(title) + " " + occurrence(id);
    }

    private static String occurrence(String id) {
        var suffix = OCCURRENCE.matcher(id);
        return suffix.find() ? suffix.group(1) : "1";
    }

    private void doubtTitle(ReportedContribution entry) {
        known.titled(entry.title()).stream()
                .filter(one -> !taken.contains(one) && !one.isDeleted())
                .findFirst()
                .ifPresent(one -> doubt(
                        entry,
                        "has the title of contribution " + one.number()
                                + ", which the file does not have; a new one was made"));
    }

    private void doubt(ReportedContribution entry, String reason) {
        doubts.add(new Doubt(entry.line(), entry.title(), reason));
    }

    private static boolean hasTitle(Contribution contribution, ReportedContribution entry) {
        var title = PlainText.bare(entry.title());
        return titles(contribution).map(PlainText::bare).anyMatch(title::equals);
    }

    /** The title that a contribution has, and those that files gave it. */
    static Stream<String> titles(Contribution contribution) {
        return Stream.concat(
                Stream.of(contribution.content().subject().title()),
                contribution.saidInFiles().stream()
                        .map(said -> said.content().subject().title()));
    }
}
