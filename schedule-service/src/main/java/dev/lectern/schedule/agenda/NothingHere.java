package dev.lectern.schedule.agenda;

import dev.lectern.chassis.web.Question;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the reader of a page that there is none, in a page. Programs are told by a problem. */
class NothingHere {

    private final Documents documents;
    private final Sites sites;

    NothingHere(Documents documents, Sites sites) {
        this.documents = documents;
        this.sites = sites;
    }

    @ServerResponseFilter
    public void show(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() != Status.NOT_FOUND.getStatusCode()
                || !PublicReads.isAgenda(request.getUriInfo().getPath())
                || !Format.isForPeople(request.getRequest())) {
            return;
        }
        var words = new Document.Words(Language.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), false);
        answer.setEntity(
                sites.current(Question.slug(request.getUriInfo().getPath()))
                        .map(site -> documents.noPage(site.agenda().conference(), words))
                        .orElseGet(() -> documents.nothing(words)),
                null,
                MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()));
        answer.getHeaders().putSingle("Content-Security-Policy", Rendition.POLICY.toString());
        answer.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        answer.getHeaders().put(HttpHeaders.VARY, List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }
}
