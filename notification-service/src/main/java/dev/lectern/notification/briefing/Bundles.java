package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices that are one mail. Where one of them is no longer to be sent, that mail is not: what it tells of the others is
 * told anew. Runs in the transaction of an evaluation.
 */
@ApplicationScoped
class Bundles {

    private static final String MADE_ANEW = "Its mail tells something else that is no longer true";

    private final EvaluationQueue queue;

    Bundles(EvaluationQueue queue) {
        this.queue = queue;
    }

    /**
     * Supersedes notices and those that are in one mail with them. At once: the database lets a briefing have one open
     * notice, and the next one may be on its way in this transaction.
     *
     * @param open all that may be in one mail with them, locked
     * @return what was superseded
     */
    Set<Notice> supersede(Collection<Notice> overtaken, String reason, Collection<Notice> open) {
        var mails =
                overtaken.stream().filter(Notice::isBundled).map(Notice::mail).collect(Collectors.toSet());
        var others = open.stream()
                .filter(notice -> mails.contains(notice.mail()) && !overtaken.contains(notice))
                .filter(notice -> notice.state() != NoticeState.SENDING)
                .toList();
        var held = others.stream()
                .filter(notice -> notice.state() == NoticeState.HELD)
                .map(notice -> notice.about().appearanceId())
                .collect(Collectors.toSet());
        overtaken.forEach(notice -> notice.supersede(reason));
        others.forEach(notice -> notice.supersede(MADE_ANEW));
        var superseded = new HashSet<>(overtaken);
        superseded.addAll(others);
        if (!superseded.isEmpty()) {
            Notice.flush();
        }
        if (!others.isEmpty()) {
            queue.touch(
                    others.stream()
                            .map(Notice::about)
                            .collect(Collectors.toMap(
                                    about -> about.appearanceId(), about -> about.conferenceId(), (one, again) -> one)),
                    held);
        }
        return superseded;
    }
}
