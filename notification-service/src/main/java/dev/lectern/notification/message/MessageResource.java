package dev.lectern.notification.message;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.mail.MailTexts;
import dev.lectern.notification.message.MessageView.Recipient;
import dev.lectern.notification.message.Writing.Readers;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.CurrentConference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Presenter;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What organisers write to presenters. */
@Path("/notification/conferences/{c}/messages")
@Produces(MediaType.APPLICATION_JSON)
class MessageResource {

    private final CurrentConference conference;
    private final Caller caller;
    private final Writing writing;

    MessageResource(CurrentConference conference, Caller caller, Writing writing) {
        this.conference = conference;
        this.caller = caller;
        this.writing = writing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    public RestResponse<MessageView> write(@RestQuery boolean dryRun, @NotNull @Valid MessageRequest request) {
        var template = request.template();
        var readers = writing.readers(conference.id(), request.to().checked());
        var example = writing.example(conference.get(), template, readers);
        if (dryRun) {
            return RestResponse.ok(dryRun(request, readers, example));
        }
        if (readers.reached().isEmpty()) {
            throw Refused.invalid(Fault.at("/to", "Nobody who can be written to is among them"));
        }
        var message = writing.write(conference.get(), request, readers, caller.displayName());
        var path = "/notification/conferences/" + conference.get().slug() + "/messages/" + message.id();
        return ResponseBuilder.<MessageView>create(Status.CREATED)
                .header(HttpHeaders.LOCATION, path)
                .entity(view(message, null, null, example))
                .build();
    }

    /** The newest first. */
    @GET
    @Transactional
    public Page<MessageItem> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = OrganiserMessage.below(Page.after(pageToken, Long.MAX_VALUE), conference.id(), size + 1);
        return Page.of(found, size, OrganiserMessage::seq, MessageItem::of);
    }

    /** With a page of whom it is for. */
    @GET
    @Path("{id}")
    @Transactional
    public MessageView get(@RestPath UUID id, @RestQuery Integer pageSize, @RestQuery String pageToken) {
        return OrganiserMessage.of(conference.id(), id)
                .map(message -> view(message, pageSize, pageToken, null))
                .orElseThrow(() -> Refused.notFound("This conference has no message with the id " + id));
    }

    private MessageView dryRun(MessageRequest request, Readers readers, MailTexts example) {
        var recipients = new ArrayList<Recipient>();
        readers.reached()
                .forEach((id, parts) -> recipients.add(new Recipient(
                        id, parts.get(0).presenter().name(), parts.get(0).address(), null, null, null)));
        readers.unreached()
                .forEach((id, parts) -> recipients.add(new Recipient(
                        id,
                        parts.get(0).presenter().name(),
                        parts.get(0).address(),
                        Readers.reason(parts),
                        null,
                        null)));
        return new MessageView(
                null,
                request.subject(),
                request.text(),
                request.to(),
                caller.displayName(),
                null,
                readers.reached().size(),
                0,
                readers.unreached().size(),
                recipients,
                null,
                example);
    }

    private static MessageView view(OrganiserMessage message, Integer pageSize, String pageToken, MailTexts example) {
        var size = Page.size(pageSize);
        var found = MessageRecipient.after(Page.after(pageToken, 0L), message.id(), size + 1);
        var notices = Notice.of(found.stream()
                .map(MessageRecipient::notice)
                .filter(Objects::nonNull)
                .toList());
        var identities = FormerPresenter.identities(
                found.stream().map(MessageRecipient::presenter).toList());
        var presenters = Presenter.of(
                found.stream().map(one -> identities.traced(one.presenter())).toList());
        var page = Page.of(
                found,
                size,
                MessageRecipient::seq,
                one -> recipient(one, notices.get(one.notice()), presenters.get(identities.traced(one.presenter()))));
        return MessageView.of(message, MessageRecipient.count(message.id()), page, example);
    }

    /** By the name that they have today where there is no notice. */
    private static Recipient recipient(MessageRecipient one, Notice notice, Presenter known) {
        if (notice == null) {
            return new Recipient(one.presenter(), known == null ? "" : known.name(), null, one.reason(), null, null);
        }
        var to = notice.message().toAddress();
        return new Recipient(
                notice.about().presenterId(),
                notice.about().presenterName(),
                to.isEmpty() ? null : to,
                null,
                notice.id(),
                notice.state());
    }
}
