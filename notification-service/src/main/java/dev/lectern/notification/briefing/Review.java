package dev.lectern.notification.briefing;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.briefing.Evaluation.Look;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.NoteAdded;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeState;
import dev.lectern.notification.notice.Pace;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Touched;
import dev.lectern.notification.settings.ConferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What organisers decide about notices: those that are held are released or discarded, and what was sent is sent again.
 * Notices that are one mail share its fate. Runs in the transaction of a request.
 */
@ApplicationScoped
class Review {

    private static final String TOLD_NEWER = "The presenter was told something newer";

    private static final Set<NoticeState> GIVEN_UP = Set.of(NoticeState.FAILED, NoticeState.BAD_ADDRESS);

    private final NoticeMaker maker;
    private final Event<NoticeDue> due;
    private final Event<Touched> touched;
    private final Event<NoteAdded> noted;
    private final BadAddresses addresses;
    private final ConferenceSettings settings;

    Review(
            NoticeMaker maker,
            Event<NoticeDue> due,
            Event<Touched> touched,
            Event<NoteAdded> noted,
            BadAddresses addresses,
            ConferenceSettings settings) {
        this.maker = maker;
        this.due = due;
        this.touched = touched;
        this.noted = noted;
        this.addresses = addresses;
        this.settings = settings;
    }

    /**
     * Where its reader has got as many mails as they may within an hour, a mail goes once there is room.
     *
     * @param note what to add to the mails, null for nothing
     * @return how many notices that is, with those in the same mails
     */
    int release(UUID conference, List<UUID> ids, String note) {
        var notices = lock(conference, ids, Review::isHeld);
        if (note != null) {
            rewrite(conference, notices.stream().filter(Notice::isBriefed).toList(), note);
            noted.fire(new NoteAdded(
                    conference,
                    notices.stream().filter(notice -> !notice.isBriefed()).toList(),
                    note));
        }
        // News first: messages wait for it.
        release(conference, notices.stream().filter(Notice::isBriefed).toList(), Pace::ofNews);
        release(
                conference,
                notices.stream().filter(notice -> !notice.isBriefed()).toList(),
                Pace::ofAll);
        due.fire(new NoticeDue());
        return notices.size();
    }

    private void release(
            UUID conference, List<Notice> notices, BiFunction<UUID, Collection<UUID>, Pace> paceOfPresenters) {
        var presenters = notices.stream()
                .map(notice -> notice.about().presenterId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var pace = paceOfPresenters.apply(conference, presenters);
        var perHour = settings.of(conference).mailsPerHour();
        var now = Notice.now();
        notices.stream()
                .collect(Collectors.groupingBy(Notice::mail, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(mail -> {
                    var presenter = mail.get(0).about().presenterId();
                    var at = presenter == null ? now : pace.next(presenter, perHour, now);
                    mail.forEach(notice -> notice.release(at));
                });
    }

    private void rewrite(UUID conference, List<Notice> notices, String note) {
        if (notices.isEmpty()) {
            return;
        }
        var looks = looks(conference, notices);
        notices.stream()
                .collect(Collectors.groupingBy(Notice::mail, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(mail -> {
                    var beside = new LinkedHashMap<Notice, Look>();
                    mail.forEach(notice -> beside.put(notice, looks.get(notice)));
                    maker.rewrite(conference, beside, note);
                });
    }

    /** What is no longer true is about to be superseded, and is not written again. */
    private static Map<Notice, Look> looks(UUID conference, List<Notice> notices) {
        Briefing.lockThoseOf(notices);
        var briefings = notices.stream()
                .flatMap(notice -> Briefing.lockOf(notice).stream())
                .collect(Collectors.toMap(Briefing::id, Function.identity()));
        var replicas = Replicas.about(conference, List.copyOf(briefings.values()));
        var looks = new LinkedHashMap<Notice, Look>();
        for (var notice : notices) {
            var briefing = briefings.get(notice.about().briefingId());
            var look = Look.at(briefing, replicas.of(briefing), notice);
            if (!look.verdict().equals(Verdict.KEEP)) {
                throw NotificationRefusal.NOT_POSSIBLE_NOW.because(
                        "What the notice " + notice.id() + " says is no longer true; another one takes its place");
            }
            looks.put(notice, look);
        }
        return looks;
    }

    /**
     * What they announce needs no telling; the next notice tells the whole difference. A message of organisers can be
     * taken back for as long as it waits for whatever reason.
     *
     * @return how many notices that is, with those in the same mails
     */
    int discard(UUID conference, List<UUID> ids, String reason) {
        var notices = lock(conference, ids, notice -> isHeld(notice) || isMessageThatWaits(notice));
        Briefing.lockThoseOf(notices);
        for (var notice : notices) {
            notice.discard(reason);
            Briefing.lockOf(notice)
                    .ifPresent(briefing -> briefing.settle(notice.content().settles()));
        }
        touched.fire(new Touched());
        return notices.size();
    }

    /** The same bytes once more: only what a presenter was told last can be. */
    void resend(UUID conference, UUID id) {
        var notices = sentLast(conference, id);
        if (notices.get(0).message().toAddress().isEmpty()) {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because("Its message is not kept any more");
        }
        trustAddress(notices.get(0), notices.get(0).message().toAddress());
        var now = Notice.now();
        notices.forEach(notice -> notice.resend(now));
        due.fire(new NoticeDue());
    }

    /**
     * A mail of its own that tells what is true now, as if its reader had been told nothing, of all in the mail that goes
     * on.
     *
     * @return the notice that takes the place of this one, or of another in its mail where it is off by now
     */
    UUID renew(UUID conference, UUID id) {
        var looks = new LinkedHashMap<Notice, Look>();
        var notices = sent(conference, id);
        if (notices.stream().noneMatch(Review::isLast)) {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because(TOLD_NEWER);
        }
        notices.forEach(notice -> anew(conference, notice).ifPresent(look -> looks.put(notice, look)));
        if (looks.isEmpty()) {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because(
                    "There is nothing to tell of it any more, or its presenter has no address");
        }
        looks.forEach((notice, look) -> trustAddress(notice, look.around().email()));
        maker.makeAtOnce(conference, List.copyOf(looks.values()));
        looks.forEach((notice, look) ->
                Notice.<Notice>findById(look.briefing().lastNotice()).renews(notice));
        return looks.entrySet().stream()
                .filter(one -> one.getKey().id().equals(id))
                .findFirst()
                .orElseGet(() -> looks.entrySet().iterator().next())
                .getValue()
                .briefing()
                .lastNotice();
    }

    /** Empty where there is nothing to tell of it, or something newer is on its way. */
    private static Optional<Look> anew(UUID conference, Notice notice) {
        var briefing = Briefing.lockOf(notice)
                .orElseThrow(() -> NotificationRefusal.NOT_POSSIBLE_NOW.because("It is about no talk and no session"));
        var around = Replicas.about(conference, List.of(briefing)).of(briefing);
        return around.canBeTold()
                        && around.current() != null
                        && around.email() != null
                        && Notice.openOf(List.of(briefing.id())).isEmpty()
                ? Optional.of(new Look(briefing, around, null, Verdict.make(Kind.SCHEDULED)))
                : Optional.empty();
    }

    /** This one and those that are in one mail with it, as long as nothing newer was told of any. */
    private static List<Notice> sentLast(UUID conference, UUID id) {
        var notices = sent(conference, id);
        if (!notices.stream().allMatch(Review::isLast)) {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because(TOLD_NEWER);
        }
        return notices;
    }

    private static boolean isLast(Notice notice) {
        return Briefing.lockOf(notice)
                .map(briefing -> notice.id().equals(briefing.lastNotice()))
                .orElse(true);
    }

    /** This one and those that are in one mail with it. */
    private static List<Notice> sent(UUID conference, UUID id) {
        var notices = Notice.lockMails(conference, List.of(id));
        if (notices.isEmpty()) {
            throw notFound(id);
        }
        Briefing.lockThoseOf(notices);
        for (var notice : notices) {
            if (!notice.state().isSent() && !GIVEN_UP.contains(notice.state())) {
                throw NotificationRefusal.NOT_POSSIBLE_NOW.because(
                        "It is " + notice.state() + ", neither sent nor FAILED nor BAD_ADDRESS");
            }
        }
        return notices;
    }

    /** Whoever has it sent there again says that the address is right. */
    private void trustAddress(Notice notice, String address) {
        var conference = notice.about().conferenceId();
        if (!BadAddresses.among(conference, List.of(address)).isEmpty()) {
            var presenter = notice.about().presenterId();
            addresses.trust(conference, address, presenter == null ? Set.of() : FormerPresenter.idsOf(presenter));
            touched.fire(new Touched());
        }
    }

    private static boolean isHeld(Notice notice) {
        return notice.state() == NoticeState.HELD;
    }

    private static boolean isMessageThatWaits(Notice notice) {
        return notice.organiserMessage() != null
                && (notice.state() == NoticeState.DUE || notice.state() == NoticeState.RETRYING);
    }

    /** All that is held where {@code ids} is null. */
    private static List<Notice> lock(UUID conference, List<UUID> ids, Predicate<Notice> isPossible) {
        var notices = ids == null ? Notice.lockHeld(conference) : Notice.lockMails(conference, ids);
        var found = notices.stream().map(Notice::id).collect(Collectors.toSet());
        if (ids != null) {
            ids.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
                throw notFound(id);
            });
        }
        notices.stream().filter(isPossible.negate()).findFirst().ifPresent(notice -> {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because(
                    "The notice " + notice.id() + " is " + notice.state() + ", not HELD");
        });
        return notices;
    }

    private static Refused notFound(UUID id) {
        return Refused.notFound("This conference has no notice with the id " + id);
    }
}
