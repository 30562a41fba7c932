package dev.lectern.notification.template;

import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.notification.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Parts of the mails of a conference in its own words. A change holds for mails that are made from then on. */
@Path("/notification/conferences/{c}/templates")
@Produces(MediaType.APPLICATION_JSON)
class TemplateResource {

    private final CurrentConference conference;

    TemplateResource(CurrentConference conference) {
        this.conference = conference;
    }

    @GET
    @Transactional
    public Page<TemplateItem> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var after = Page.after(pageToken, "");
        var found = Template.allOf(conference.id()).stream()
                .filter(template -> template.name().compareTo(after) > 0)
                .toList();
        return Page.of(found, Page.size(pageSize), Template::name, TemplateItem::of);
    }

    @GET
    @Path("{name}")
    @Transactional
    public RestResponse<TemplateView> get(@RestPath String name) {
        return answer(Template.of(conference.id(), TemplateName.of(name)));
    }

    @PUT
    @Path("{name}")
    @Transactional
    public RestResponse<TemplateView> replace(
            @RestPath String name,
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @NotNull @Valid TemplateRequest request) {
        var which = TemplateName.of(name);
        var stored = Template.lock(conference.id(), which);
        IfMatch.require(ifMatch, stored.revision(), () -> TemplateView.of(stored));
        which.check(request.source());
        stored.replaceWith(request.source());
        return answer(stored);
    }

    @DELETE
    @Path("{name}")
    @Transactional
    public RestResponse<TemplateView> takeBack(
            @RestPath String name, @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch) {
        var stored = Template.lock(conference.id(), TemplateName.of(name));
        IfMatch.honour(ifMatch, stored.revision(), () -> TemplateView.of(stored));
        stored.replaceWith(null);
        return answer(stored);
    }

    private static RestResponse<TemplateView> answer(Template template) {
        return Tagged.ok(TemplateView.of(template), template.revision());
    }
}
