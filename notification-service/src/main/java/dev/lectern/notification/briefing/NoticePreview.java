package dev.lectern.notification.briefing;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.mail.Differences;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.MailTemplates;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import java.util.List;

/** A mail to the reader of a notice about what it is about, as that stands now. */
final class NoticePreview {

    private NoticePreview() {}

    static MailRequest of(Notice notice, Briefing briefing, BriefingFacts around, Language language) {
        var told = around.known(briefing.told());
        var current = around.current();
        var kind = kind(notice, told, current);
        return new MailRequest(
                new MailRequest.Reader(around.presenterName(), around.email(), null),
                new MailRequest.Conference(
                        around.conference().title(),
                        around.conference().slug(),
                        around.conference().logo()),
                new MailRequest.Appearance(
                        notice.about().appearanceId(),
                        around.appearance().isSession(),
                        around.appearance().number()),
                kind == Kind.SCHEDULED ? null : told,
                content(notice, kind, current, differences(kind, told, current, language)),
                new MailRequest.Sender("", "", null),
                language,
                MailTemplates.NONE,
                List.of(),
                notice.createdAt());
    }

    private static Kind kind(Notice notice, Facts told, Facts current) {
        if (current == null && told == null) {
            throw Refused.notFound("Of this there is nothing to tell any more");
        }
        if (current == null) {
            return notice.content().kind() == Kind.REMOVED ? Kind.REMOVED : Kind.CANCELLED;
        }
        return told == null || Differences.isNone(told, current) ? Kind.SCHEDULED : Kind.CHANGED;
    }

    private static List<Difference> differences(Kind kind, Facts told, Facts current, Language language) {
        return kind == Kind.CHANGED ? Differences.between(told, current, language) : List.of();
    }

    private static Content content(Notice notice, Kind kind, Facts current, List<Difference> differences) {
        var content = notice.content();
        return new Content(
                kind,
                current,
                differences,
                content.author(),
                content.comment(),
                content.scheduleVersion(),
                content.settles(),
                content.sequence(),
                content.note());
    }
}
