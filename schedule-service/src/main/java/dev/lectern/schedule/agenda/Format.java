package dev.lectern.schedule.agenda;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agenda is sent as. The first one is for whoever does not say. */
enum Format {
    JSON(MediaType.APPLICATION_JSON, ".json"),
    HTML(MediaType.TEXT_HTML, null),
    ICS("text/calendar", ".ics"),
    TEXT(MediaType.TEXT_PLAIN, ".txt"),
    CSV("text/csv", ".csv"),
    /** What frab has brought up; asked for by its name alone, since its media types are those of others too. */
    SCHEDULE_XML(MediaType.APPLICATION_XML, null),
    SCHEDULE_JSON(MediaType.APPLICATION_JSON, null),
    XCAL("application/calendar+xml", null),
    ATOM("application/atom+xml", null),
    JSON_FEED("application/feed+json", null),
    /** All pages and files in a ZIP archive. */
    ARCHIVE("application/zip", null),
    LOGO("image/png", null);

    /** What {@code Accept} can ask for. */
    static final List<Format> NEGOTIATED = List.of(JSON, HTML, ICS, TEXT, CSV);

    /** What a part can be had as. */
    static final List<Format> OF_PARTS = List.of(JSON, HTML, ICS);

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The one that the last part of a path names. A slug has no dot, so that no agenda is hidden by this. */
    static Optional<Format> named(String file) {
        return NEGOTIATED.stream()
                .filter(format -> format.ending != null && file.endsWith(format.ending))
                .findFirst();
    }

    /** What is behind the slug in the name of its file; empty for pages. */
    Optional<String> file() {
        return Optional.ofNullable(ending);
    }

    /** What is before this format's name. */
    String slugIn(String file) {
        return file.substring(0, file.length() - ending.length());
    }

    /**
     * The one of those offered that the request's Accept asks for.
     *
     * @throws NotAcceptableException where it asks for none of them
     */
    static Format askedFor(Request request, List<Format> offered) {
        var variants = offered.stream().map(Format::variant).toList();
        var chosen = request.selectVariant(variants);
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return offered.get(variants.indexOf(chosen));
    }

    /** Whether a page is preferred to data, as browsers do. */
    static boolean isForPeople(Request request) {
        var variants = Stream.of(JSON, HTML).map(Format::variant).toList();
        return variants.get(1).equals(request.selectVariant(variants));
    }

    /** With the character set, which all but JSON need, and JSON must not have. */
    String contentType() {
        return mediaType.endsWith("json") || isCompressed() ? mediaType : mediaType + ";charset=UTF-8";
    }

    /** Whether it would hardly get smaller by another encoding. */
    boolean isCompressed() {
        return this == ARCHIVE || this == LOGO;
    }

    private Variant variant() {
        return new Variant(MediaType.valueOf(mediaType), (String) null, null);
    }
}
