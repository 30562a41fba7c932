package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.http.LenientQuery;
import dev.lectern.chassis.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Public: nobody has to say who they are, and what is not published does not exist. */
@PermitAll
@LenientQuery
@Path("/agenda")
class AgendaResource {

    private static final String CALENDAR = "text/calendar";

    private final PublishedAgendas agendas;
    private final AgendaReader reader;
    private final ObjectMapper json;

    AgendaResource(PublishedAgendas agendas, AgendaReader reader, ObjectMapper json) {
        this.agendas = agendas;
        this.reader = reader;
        this.json = json;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties = {
                                            @SchemaProperty(
                                                    name = "items",
                                                    type = SchemaType.ARRAY,
                                                    implementation = Agenda.Conference.class,
                                                    description = "The conferences of this page, by slug."),
                                            @SchemaProperty(
                                                    name = "nextPageToken",
                                                    type = SchemaType.STRING,
                                                    description = "Where the next page begins; null on the last page.")
                                        })),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(@Context Request request, @RestQuery Integer pageSize, @RestQuery String pageToken)
            throws JsonProcessingException {
        var size = Page.size(pageSize);
        var page = Page.of(
                reader.published(Page.after(pageToken, ""), size + 1), size, Agenda.Conference::slug, found -> found);
        var format = Format.askedFor(request, List.of(Format.JSON, Format.HTML));
        var bytes = format == Format.HTML
                ? AgendaPage.list(page.items()).getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(page);
        return send(new Rendition(format, bytes), request);
    }

    /** @param c the slug; with the name of a format behind it, as {@code physics.ics}, in that format */
    @GET
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Agenda.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING))
            })
    @Path("{c}")
    public Uni<Response> get(@RestPath String c, @Context Request request) {
        var named = Format.named(c);
        return named.map(format -> send(agendas.get(format.slugIn(c), format), request))
                .orElseGet(() -> send(agendas.get(c, Format.askedFor(request, List.of(Format.values()))), request));
    }

    private static Uni<Response> send(Uni<Rendition> rendition, Request request) {
        return rendition.map(found -> send(found, request));
    }

    private static Response send(Rendition rendition, Request request) {
        var unchanged = request.evaluatePreconditions(rendition.tag());
        var answer = unchanged != null
                ? unchanged
                : Response.ok(rendition.bytes(), rendition.format().contentType());
        return answer.tag(rendition.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", AgendaPage.STYLE.policy())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
