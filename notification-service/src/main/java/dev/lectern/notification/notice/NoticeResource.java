package dev.lectern.notification.notice;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The mails to the presenters of a conference, sent and to be sent. */
@Path("/notification/conferences/{c}/notices")
@Produces(MediaType.APPLICATION_JSON)
class NoticeResource {

    private static final String RFC822 = "message/rfc822";

    private final CurrentConference conference;
    private final Caller caller;

    NoticeResource(CurrentConference conference, Caller caller) {
        this.conference = conference;
        this.caller = caller;
    }

    /**
     * @param contribution its number
     * @param session its id
     */
    @GET
    @Transactional
    public Page<NoticeItem> list(
            @RestQuery String state,
            @RestQuery UUID presenter,
            @RestQuery Integer contribution,
            @RestQuery UUID session,
            @RestQuery Integer pageSize,
            @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = NoticeSearch.of(state, presenter, contribution, session)
                .below(Page.after(pageToken, Long.MAX_VALUE), conference.id(), size + 1);
        return Page.of(found, size, Notice::seq, NoticeItem::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    public NoticeDetail get(@RestPath UUID id) {
        var notice = find(id);
        return NoticeDetail.of(notice, Delivery.of(notice.id()));
    }

    /**
     * The stored bytes, as every attempt sends them, as long as they are kept. Their links let whoever has them answer for
     * their reader and confirm an address, which is more than looking.
     */
    @GET
    @Path("{id}/message")
    @Produces(RFC822)
    @Transactional
    public byte[] message(@RestPath UUID id) {
        if (!conference.mayBeChangedBy(caller)) {
            throw Refused.forbidden("A mail has the link to its reader's own page, which is not for viewers");
        }
        var bytes = find(id).bytes();
        if (bytes.length == 0) {
            throw Refused.notFound("The message of this notice is not kept any more");
        }
        return bytes;
    }

    private Notice find(UUID id) {
        return Notice.of(conference.id(), id)
                .orElseThrow(() -> Refused.notFound("This conference has no notice with the id " + id));
    }
}
