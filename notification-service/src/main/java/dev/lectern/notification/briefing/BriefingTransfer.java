package dev.lectern.notification.briefing;

import dev.lectern.chassis.replica.Identities;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.PresenterChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets briefings follow their readers: one who was merged into another presenter is briefed as that one, and of one who
 * was erased nothing is left. Whichever event tells of it first, and as often as it is told, the outcome is the same.
 * Runs in transactions that hold the appearance's touch.
 */
@ApplicationScoped
class BriefingTransfer {

    private static final String JOINED = "Its reader is one person with another presenter";

    private final EntityManager entities;
    private final Erasure erasure;
    private final Bundles bundles;
    private final BadAddresses addresses;

    BriefingTransfer(EntityManager entities, Erasure erasure, Bundles bundles, BadAddresses addresses) {
        this.entities = entities;
        this.erasure = erasure;
        this.bundles = bundles;
        this.addresses = addresses;
    }

    void follow(@Observes PresenterChanged changed) {
        Briefing.appearancesOf(changed.presenters()).forEach(this::follow);
    }

    /** Those of the appearances whose readers are all who they are today. */
    List<UUID> follow(Collection<UUID> appearances) {
        var concerned = Briefing.withFormerPresenter(appearances);
        return appearances.stream()
                .filter(appearance -> !concerned.contains(appearance) || follow(appearance))
                .toList();
    }

    /**
     * Whether all readers are who they are today. Two briefings are not joined while a notice of either is being handed
     * over.
     */
    boolean follow(UUID appearance) {
        if (Briefing.withFormerPresenter(List.of(appearance)).isEmpty()) {
            return true;
        }
        var notices = Notice.lockAll(appearance);
        var briefings = Briefing.lock(List.of(appearance));
        var identities = FormerPresenter.identities(people(briefings, notices));
        erase(briefings, notices, identities);
        var together = briefings.stream()
                .filter(briefing -> !identities.isErased(briefing.presenterId()))
                .collect(Collectors.groupingBy(briefing -> identities.traced(briefing.presenterId())));
        var done = together.entrySet().stream()
                .map(person -> join(person.getKey(), person.getValue(), notices))
                .toList();
        entities.flush();
        return !done.contains(false);
    }

    private static Set<UUID> people(List<Briefing> briefings, List<Notice> notices) {
        var named = told(briefings, notices).map(Facts.Person::id);
        var readers = Stream.concat(
                briefings.stream().map(Briefing::presenterId),
                notices.stream().map(notice -> notice.about().presenterId()));
        return Stream.concat(readers, named).collect(Collectors.toSet());
    }

    private static Stream<Facts.Person> told(List<Briefing> briefings, List<Notice> notices) {
        return Stream.concat(
                        briefings.stream().map(Briefing::told),
                        notices.stream().map(notice -> notice.content().told()))
                .filter(Objects::nonNull)
                .flatMap(facts -> facts.presenters().stream());
    }

    private void erase(List<Briefing> briefings, List<Notice> notices, Identities identities) {
        var gone = briefings.stream()
                .filter(briefing -> identities.isErased(briefing.presenterId()))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        var names = names(briefings, notices, identities);
        var goneIds = gone.stream().map(Briefing::id).toList();
        briefings.forEach(briefing -> briefing.forgetNames(identities::isErased));
        notices.stream()
                .filter(notice -> !goneIds.contains(notice.about().briefingId()))
                .forEach(notice -> notice.forgetNames(identities::isErased, names));
        entities.flush();
        gone.forEach(entities::detach);
        notices.stream()
                .filter(notice -> goneIds.contains(notice.about().briefingId()))
                .forEach(entities::detach);
        gone.forEach(erasure::erase);
        gone.forEach(briefing -> addresses.forget(FormerPresenter.idsOf(briefing.presenterId())));
    }

    /** What those were called of whom nothing is to be left. */
    private static List<String> names(List<Briefing> briefings, List<Notice> notices, Identities identities) {
        var told = told(briefings, notices)
                .filter(person -> identities.isErased(person.id()))
                .map(Facts.Person::name);
        var readers = notices.stream()
                .map(Notice::about)
                .filter(about -> identities.isErased(about.presenterId()))
                .map(about -> about.presenterName());
        return Stream.concat(told, readers)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private boolean join(UUID person, List<Briefing> theirs, List<Notice> notices) {
        var stays = theirs.stream()
                .filter(briefing -> briefing.presenterId().equals(person))
                .findFirst()
                .orElse(theirs.get(0));
        var others = theirs.stream().filter(briefing -> briefing != stays).toList();
        if (!others.isEmpty() && !supersede(theirs, notices)) {
            return false;
        }
        others.forEach(other -> join(stays, other));
        if (!stays.presenterId().equals(person)) {
            stays.follow(person);
        }
        return true;
    }

    /** What is still true is told anew, with a SEQUENCE above those of both. */
    private boolean supersede(List<Briefing> theirs, List<Notice> notices) {
        var ids = theirs.stream().map(Briefing::id).toList();
        var open = notices.stream()
                .filter(notice -> ids.contains(notice.about().briefingId()))
                .filter(notice -> notice.state().isOpen())
                .toList();
        if (open.stream().anyMatch(notice -> notice.state() == NoticeState.SENDING)) {
            return false;
        }
        bundles.supersede(
                open,
                JOINED,
                Notice.lockOpen(open.stream()
                        .map(notice -> notice.about().appearanceId())
                        .toList()));
        return true;
    }

    private void join(Briefing stays, Briefing other) {
        stays.absorb(other);
        entities.flush();
        entities.detach(other);
        Notice.follow(other.id(), stays.id());
        erasure.erase(other);
        Notice.latestOf(stays.id()).ifPresent(stays::lastNotice);
    }
}
