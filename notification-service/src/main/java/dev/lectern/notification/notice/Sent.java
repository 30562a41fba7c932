package dev.lectern.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A mail that a presenter has or may have, as they may see it. */
public record Sent(String subject, Instant at) {

    private static final int MOST = 100;

    private static final List<NoticeState> SENT =
            Stream.of(NoticeState.values()).filter(NoticeState::isSent).toList();

    /** The newest first, as they are stored: a notice may have been read before it was sent. */
    public static List<Sent> to(UUID conference, Set<UUID> presenters) {
        return Notice.find(
                        "select message.subject, sentAt from Notice where about.conferenceId = ?1"
                                + " and about.presenterId in ?2 and state in ?3"
                                + " and message.subject <> '' and (bundle is null or bundle = id) order by seq desc",
                        conference,
                        presenters,
                        SENT)
                .project(Sent.class)
                .page(0, MOST)
                .list();
    }
}
