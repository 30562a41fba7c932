package dev.lectern.schedule.agenda;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** What an agenda is sent as. The first one is for whoever does not say. */
enum Format {
    JSON(MediaType.APPLICATION_JSON),
    HTML(MediaType.TEXT_HTML),
    ICS("text/calendar");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The one of those offered that the request's Accept asks for; the framework has refused what none can answer. */
    static Format askedFor(Request request, List<Format> offered) {
        var variants = offered.stream().map(Format::variant).toList();
        var chosen = request.selectVariant(variants);
        return chosen == null ? offered.get(0) : offered.get(variants.indexOf(chosen));
    }

    /** With the character set, which calendars and pages need and JSON must not have. */
    String contentType() {
        return this == JSON ? mediaType : mediaType + ";charset=UTF-8";
    }

    private Variant variant() {
        return new Variant(MediaType.valueOf(mediaType), (String) null, null);
    }
}
