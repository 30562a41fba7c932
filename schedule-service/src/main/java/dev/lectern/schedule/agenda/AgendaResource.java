package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.http.LenientQuery;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.web.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
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
    private static final String ICS_ENDING = ".ics";
    private static final String TABLE = "text/csv";
    private static final int MOST_CHOSEN = 500;

    private final Sites sites;
    private final AgendaStreams streams;
    private final Documents documents;
    private final AgendaReader reader;
    private final ObjectMapper json;

    AgendaResource(Sites sites, AgendaStreams streams, Documents documents, AgendaReader reader, ObjectMapper json) {
        this.sites = sites;
        this.streams = streams;
        this.documents = documents;
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
    public Response list(
            @Context Request request,
            @Context HttpServerRequest http,
            @RestQuery Integer pageSize,
            @RestQuery String pageToken,
            @RestQuery String lang)
            throws JsonProcessingException {
        var size = Page.size(pageSize);
        var page = Page.of(
                reader.published(Page.after(pageToken, ""), size + 1), size, Agenda.Conference::slug, found -> found);
        var format = Format.askedFor(request, List.of(Format.JSON, Format.HTML));
        var bytes =
                format == Format.HTML ? documents.list(page.items(), words(lang, http)) : json.writeValueAsBytes(page);
        return send(Rendition.passing(format.contentType(), encoding(http), bytes), request, http);
    }

    /**
     * @param c the slug; with the name of a format behind it, as {@code physics.ics}, in that format
     * @param talks numbers with commas between, where only these are asked for
     */
    @GET
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Agenda.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TABLE, schema = @Schema(type = SchemaType.STRING))
            })
    @Path("{c}")
    public Uni<Response> get(
            @RestPath String c,
            @RestQuery Long minVersion,
            @RestQuery String talks,
            @RestQuery String q,
            @RestQuery String track,
            @RestQuery String room,
            @RestQuery String type,
            @RestQuery String language,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        var named = Format.named(c);
        var slug = named.map(format -> format.slugIn(c)).orElse(c);
        var format = named.orElseGet(() -> Format.askedFor(request, Format.NEGOTIATED));
        var part = talks == null ? Part.ALL : Part.chosen(talks, MOST_CHOSEN).orElseThrow(AgendaResource::noChoice);
        var filter = Filter.of(q, track, room, type, language);
        return send(slug, minVersion, new Document(format, part, filter, words(format, lang, http)), request, http);
    }

    private static Refused noChoice() {
        return Refused.invalid(
                Fault.inParameter("talks", "Up to %d numbers of talks with commas between".formatted(MOST_CHOSEN)));
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/schedule.xml")
    public Uni<Response> xml(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.SCHEDULE_XML, Part.ALL), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @Path("{c}/schedule.json")
    public Uni<Response> json(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.SCHEDULE_JSON, Part.ALL), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/calendar+xml", schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/calendar.xml")
    public Uni<Response> xcal(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.XCAL, Part.ALL), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/feed.atom")
    public Uni<Response> atom(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.ATOM, Part.ALL), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/feed+json", schema = @Schema(type = SchemaType.OBJECT)))
    @Path("{c}/feed.json")
    public Uni<Response> jsonFeed(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.JSON_FEED, Part.ALL), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/site.zip")
    public Uni<Response> archive(
            @RestPath String c,
            @RestQuery Long minVersion,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        // Its links go without a language: a server of files has each page in one.
        var words = new Document.Words(Language.tagged(lang == null ? "" : lang).orElse(Language.EN), false);
        return send(c, minVersion, new Document(Format.ARCHIVE, Part.ALL, Filter.NONE, words), request, http);
    }

    /** @param part with {@code .ics} behind it as a calendar */
    @GET
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Agenda.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING))
            })
    @Path("{c}/{kind}/{part}")
    public Uni<Response> part(
            @RestPath String c,
            @RestPath String kind,
            @RestPath String part,
            @RestQuery Long minVersion,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        var isCalendar = part.endsWith(ICS_ENDING);
        var format = isCalendar ? Format.ICS : Format.askedFor(request, Format.OF_PARTS);
        var id = isCalendar ? Format.ICS.slugIn(part) : part;
        return send(
                c,
                minVersion,
                new Document(
                        format,
                        new Part(Part.Kind.named(kind).orElseThrow(AgendaResource::noPart), id),
                        Filter.NONE,
                        words(format, lang, http)),
                request,
                http);
    }

    private static Refused noPart() {
        return Refused.notFound("An agenda has no such parts");
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/presenters")
    public Uni<Response> people(
            @RestPath String c,
            @RestQuery Long minVersion,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        return page(c, minVersion, new Part(Part.Kind.PRESENTERS, ""), List.of(Format.HTML), lang, request, http);
    }

    /** The sign at a room's door. */
    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/rooms/{room}/sign")
    public Uni<Response> sign(
            @RestPath String c,
            @RestPath String room,
            @RestQuery Long minVersion,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        return page(c, minVersion, new Part(Part.Kind.SIGNS, room), List.of(Format.HTML), lang, request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AgendaChanges.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @Path("{c}/changes")
    public Uni<Response> changes(
            @RestPath String c,
            @RestQuery Long since,
            @RestQuery Long minVersion,
            @RestQuery String lang,
            @Context Request request,
            @Context HttpServerRequest http) {
        if (since == null) {
            throw Refused.invalid(Fault.inParameter("since", "Since which version?"));
        }
        var part = new Part(Part.Kind.CHANGES, since.toString());
        return page(c, minVersion, part, List.of(Format.JSON, Format.HTML), lang, request, http);
    }

    private Uni<Response> page(
            String slug,
            Long minVersion,
            Part part,
            List<Format> formats,
            String lang,
            Request request,
            HttpServerRequest http) {
        var format = Format.askedFor(request, formats);
        return send(
                slug, minVersion, new Document(format, part, Filter.NONE, words(format, lang, http)), request, http);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/logo.png")
    public Uni<Response> logo(
            @RestPath String c, @RestQuery Long minVersion, @Context Request request, @Context HttpServerRequest http) {
        return send(c, minVersion, Document.of(Format.LOGO, Part.ALL), request, http);
    }

    /** Says when the agenda changes, and nothing of what. */
    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @Path("{c}/stream")
    public Uni<Response> stream(@RestPath String c, @Context HttpServerRequest http) {
        return sites.of(c).flatMap(site -> {
            if (http.method().equals(HttpMethod.HEAD)) {
                return Uni.createFrom()
                        .item(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
            }
            streams.open(c, http.response());
            return Uni.createFrom().nothing();
        });
    }

    private Uni<Response> send(
            String slug, Long minVersion, Document document, Request request, HttpServerRequest http) {
        return site(slug, minVersion)
                .flatMap(site -> document.isRare() || site.agenda().conference().isPreview()
                        ? site.passing(document, encoding(document, http))
                        : site.rendition(document, encoding(document, http), question(http)))
                .map(rendition -> send(rendition, request, http));
    }

    private static Optional<Question> question(HttpServerRequest http) {
        return Question.of(
                http.method().name(), http.uri(), name -> http.headers().getAll(name));
    }

    private static Document.Words words(Format format, String lang, HttpServerRequest http) {
        return format == Format.HTML ? words(lang, http) : Document.Words.NONE;
    }

    /** The language that the address says, else the one that the reader likes best. */
    private static Document.Words words(String lang, HttpServerRequest http) {
        return Language.tagged(lang == null ? "" : lang)
                .map(said -> new Document.Words(said, true))
                .orElseGet(() ->
                        new Document.Words(Language.preferred(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), false));
    }

    private Uni<Site> site(String slug, Long minVersion) {
        if (PreviewAddress.isOne(slug)) {
            return sites.preview(slug);
        }
        return minVersion == null ? sites.of(slug) : sites.of(slug, minVersion);
    }

    private static Encoding encoding(Document document, HttpServerRequest http) {
        return document.format().isCompressed() ? Encoding.IDENTITY : encoding(http);
    }

    private static Encoding encoding(HttpServerRequest http) {
        return Encoding.of(http.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    private static Response send(Rendition rendition, Request request, HttpServerRequest http) {
        var isKnown = rendition.isKnown(http.getHeader(HttpHeaders.IF_NONE_MATCH));
        var refused = request.evaluatePreconditions(new EntityTag(rendition.hash()));
        var answer = isKnown ? Response.notModified() : refused != null ? refused : whole(rendition, http);
        var headers = isKnown || refused != null ? rendition.headersOfNotModified() : rendition.headers();
        headers.forEach((name, value) -> {
            if (!PublicReads.isSaidToEverybody(name)) {
                answer.header(name, value);
            }
        });
        return answer.build();
    }

    private static ResponseBuilder whole(Rendition rendition, HttpServerRequest http) {
        return http.method().equals(HttpMethod.HEAD) ? Response.ok() : Response.ok(rendition.body());
    }
}
