package dev.lectern.schedule.agenda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What talks somebody looks for; all that is said has to be true of a talk. Nothing said is empty.
 *
 * @param words each of them begins a word of the talk, however accents and capitals are written
 * @param track of the talk, its slug
 * @param room of the talk, its slug
 * @param type of the talk, its slug
 * @param language of the talk, as it is said
 */
record Filter(String words, String track, String room, String type, String language) {

    static final Filter NONE = new Filter("", "", "", "", "");

    /** From the parameters of a request, of which any may be null. */
    static Filter of(String words, String track, String room, String type, String language) {
        return new Filter(said(words), said(track), said(room), said(type), said(language));
    }

    private static String said(String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The agenda with what is looked for. Breaks are not; sessions only where rooms are. */
    Agenda of(Agenda agenda, Search search) {
        if (isEmpty()) {
            return agenda;
        }
        var found = search.find(words);
        return agenda.with(
                talk -> found.test(talk)
                        && (track.isEmpty() || track.equals(Part.slug(talk.track())))
                        && (type.isEmpty() || type.equals(Part.slug(talk.type())))
                        && (language.isEmpty() || language.equals(talk.language()))
                        && (room.isEmpty() || room.equals(talk.place().room().slug())),
                session -> words.isEmpty()
                        && track.isEmpty()
                        && type.isEmpty()
                        && language.isEmpty()
                        && room.equals(session.view().place().room().slug()),
                pause -> false);
    }

    /** {@code q=bells&track=time}, for addresses. */
    String query() {
        return Stream.of(
                        Map.entry("q", words),
                        Map.entry("track", track),
                        Map.entry("room", room),
                        Map.entry("type", type),
                        Map.entry("language", language))
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
