package dev.lectern.schedule.agenda;

import dev.lectern.schedule.timetable.TimeAndPlace;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the pages of a conference have in common. The list of conferences has no conference, and an empty slug.
 *
 * @param accent {@code #8a3324}; null for that of all agendas
 * @param hasLogo whether the conference has one
 * @param here this page behind the conference's address, to switch languages with: {@code /rooms/red}, {@code ?talks=3}
 * @param version of the style sheet and the script
 */
record PageFrame(
        String publicUrl,
        String slug,
        String title,
        String timeZone,
        String accent,
        boolean hasLogo,
        Document.Words words,
        String here,
        String version) {

    /** A language to switch to. */
    record Switch(String tag, String name, String address, boolean isHere) {}

    static PageFrame of(Agenda.Conference conference, Document document, String publicUrl, String version) {
        return new PageFrame(
                publicUrl,
                conference.slug(),
                conference.title(),
                conference.timeZone(),
                conference.accent(),
                conference.logo() != null,
                document.words(),
                document.address(""),
                version);
    }

    /** Where no conference is. */
    static PageFrame outside(Document.Words words, String publicUrl, String version) {
        return new PageFrame(publicUrl, "", "", "", null, false, words, "", version);
    }

    /** Whether only those see it who have the address. */
    public boolean preview() {
        return PreviewAddress.isOne(slug);
    }

    public Language language() {
        return words.language();
    }

    /** Of the conference's first page, without what is behind it. */
    public String address() {
        return slug.isEmpty() ? "/agenda" : "/agenda/" + slug;
    }

    /** The style sheet of the accent; null for that of all agendas. */
    public String accentSheet() {
        return accent == null ? null : "/agenda/-/accent-" + accent.substring(1) + ".css";
    }

    /** Of the conference's first page. */
    public String home() {
        return address() + words.query();
    }

    /** Of a page below it, {@code talks/3}. */
    public String to(String page) {
        return address() + "/" + page + words.query();
    }

    public String toDay(TimeAndPlace place) {
        return to("days/" + place.startsAt().toLocalDate());
    }

    public String toRoom(String room) {
        return to("rooms/" + room);
    }

    public String toSession(UUID session) {
        return to("sessions/" + session);
    }

    public String toPresenter(UUID presenter) {
        return to("presenters/" + presenter);
    }

    /** This page, for other sites. */
    public String link() {
        return publicUrl + address() + here;
    }

    public List<Switch> languages() {
        return Stream.of(Language.values())
                .map(each -> new Switch(
                        each.tag(),
                        each.ownName(),
                        address() + here + (here.contains("?") ? "&" : "?") + "lang=" + each.tag(),
                        each == language()))
                .toList();
    }
}
