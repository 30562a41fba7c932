package dev.lectern.schedule.agenda;

import dev.lectern.schedule.timetable.TimeAndPlace;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has another place than before, as people read it. */
record ChangesPage(List<Item> items) {

    /**
     * Something that came, went, or moved.
     *
     * @param address of its page; empty where it has none, or none any more
     * @param title empty where nothing may be said of it
     * @param before empty where it is new
     * @param after empty where it is gone
     */
    record Item(String address, String title, String before, String after) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance changes(ChangesPage page, PageFrame frame);
    }

    static ChangesPage of(AgendaChanges changes, PageFrame frame) {
        var day = DateTimeFormatter.ofPattern(
                frame.language().shortDay(), frame.language().locale());
        return new ChangesPage(changes.items().stream()
                .map(each -> new Item(
                        each.number() == null || each.after() == null ? "" : frame.to("talks/" + each.number()),
                        each.title() == null ? "" : each.title(),
                        place(each.before(), day),
                        place(each.after(), day)))
                .toList());
    }

    private static String place(TimeAndPlace place, DateTimeFormatter day) {
        return place == null
                ? ""
                : Stream.of(
                                day.format(place.startsAt()) + ", " + AgendaPage.times(place),
                                place.room() == null
                                        ? ""
                                        : AgendaPage.isolated(place.room().name()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · "));
    }
}
