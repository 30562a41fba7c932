package dev.lectern.notification.briefing;

import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.mail.Examples;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.MailTexts;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.CurrentConference;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.template.ConferenceTemplates;
import io.quarkus.qute.TemplateException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Shows what a mail would say, with the templates that are saved or with others. Nothing is sent. */
@Path("/notification/conferences/{c}/templates/preview")
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {

    private final CurrentConference conference;
    private final ConferenceSettings settings;
    private final ConferenceTemplates templates;
    private final MailComposer composer;

    PreviewResource(
            CurrentConference conference,
            ConferenceSettings settings,
            ConferenceTemplates templates,
            MailComposer composer) {
        this.conference = conference;
        this.settings = settings;
        this.templates = templates;
        this.composer = composer;
    }

    @POST
    @Idempotent
    @Transactional
    public MailTexts preview(@NotNull @Valid PreviewRequest body) {
        var request = body.checked();
        var mail = request.notice() == null ? example(request) : ofNotice(request.notice(), request.language());
        var tried = templates.of(conference.id()).with(request.tried());
        try {
            return composer.preview(List.of(mail.with(tried.in(mail.language()))));
        } catch (TemplateException e) {
            throw NotificationRefusal.INVALID_TEMPLATE.because(e.getMessage());
        }
    }

    private MailRequest example(PreviewRequest request) {
        var known = conference.get();
        return Examples.of(
                request.exampleKind(),
                request.aboutSession(),
                new MailRequest.Conference(known.title(), known.slug(), known.logo()),
                language(request.language(), null));
    }

    /** About what was told last and is true now: what was true when the notice was made is in its mail. */
    private MailRequest ofNotice(UUID id, String language) {
        var notice = Notice.of(conference.id(), id)
                .orElseThrow(() -> Refused.notFound("This conference has no notice with the id " + id));
        if (!notice.isBriefed()) {
            throw Refused.invalid(Fault.at("/notice", "It is about no talk and no session"));
        }
        Briefing briefing = Briefing.findById(notice.about().briefingId());
        var around = Replicas.about(conference.id(), List.of(briefing)).of(briefing);
        var locale = around.presenter() == null ? null : around.presenter().locale();
        return NoticePreview.of(notice, briefing, around, language(language, locale));
    }

    private Language language(String wish, String reader) {
        return Language.of(
                wish == null ? reader : wish, settings.of(conference.id()).defaultLanguage());
    }
}
