package dev.lectern.notification.briefing;

import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.text.Lines;
import dev.lectern.notification.notice.NoticeDetail;
import dev.lectern.notification.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What organisers decide about notices. Those that are one mail share its fate. */
@Path("/notification/conferences/{c}/notices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private static final int MOST = 1_000;
    private static final int LONGEST_NOTE = 2_000;

    /** Which notices are released, null for all that are held, and what to add for their readers, null for nothing. */
    record ReleaseRequest(
            @Size(max = MOST) List<@NotNull UUID> notices,
            @Lines @Size(max = LONGEST_NOTE) String note) {}

    /** Which notices are discarded, null for all that are held, and why. */
    record DiscardRequest(
            @Size(max = MOST) List<@NotNull UUID> notices,
            @NotBlank @Size(max = LONGEST_NOTE) String reason) {}

    record NoteRequest(@Lines @Size(max = LONGEST_NOTE) String note) {}

    record ReasonRequest(@NotBlank @Size(max = LONGEST_NOTE) String reason) {}

    /** How many notices it was, with those in the same mails. */
    record Reviewed(int notices) {}

    private final CurrentConference conference;
    private final Review review;

    ReviewResource(CurrentConference conference, Review review) {
        this.conference = conference;
        this.review = review;
    }

    @POST
    @Path("release")
    @Idempotent
    @Transactional
    public Reviewed releaseAll(@NotNull @Valid ReleaseRequest request) {
        return new Reviewed(review.release(conference.id(), request.notices(), note(request.note())));
    }

    @POST
    @Path("discard")
    @Idempotent
    @Transactional
    public Reviewed discardAll(@NotNull @Valid DiscardRequest request) {
        return new Reviewed(review.discard(conference.id(), request.notices(), request.reason()));
    }

    @POST
    @Path("{id}/release")
    @Idempotent
    @Transactional
    public NoticeDetail release(@RestPath UUID id, @NotNull @Valid NoteRequest request) {
        review.release(conference.id(), List.of(id), note(request.note()));
        return NoticeDetail.of(id);
    }

    @POST
    @Path("{id}/discard")
    @Idempotent
    @Transactional
    public NoticeDetail discard(@RestPath UUID id, @NotNull @Valid ReasonRequest request) {
        review.discard(conference.id(), List.of(id), request.reason());
        return NoticeDetail.of(id);
    }

    /** The same message once more, under the same Message-ID, or, {@code fresh}, another one that tells what is true now. */
    @POST
    @Path("{id}/resend")
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Transactional
    public RestResponse<NoticeDetail> resend(@RestPath UUID id, @RestQuery boolean fresh) {
        if (!fresh) {
            review.resend(conference.id(), id);
            return RestResponse.ok(NoticeDetail.of(id));
        }
        var renewed = review.renew(conference.id(), id);
        return ResponseBuilder.<NoticeDetail>create(Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        "/notification/conferences/" + conference.get().slug() + "/notices/" + renewed)
                .entity(NoticeDetail.of(renewed))
                .build();
    }

    private static String note(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
