package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.PlainText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day of a schedule as frab and its kin exchange it, in schedule.xml and schedule.json.
 *
 * @param index from 1
 * @param start of its first talk; of the day, where it has none
 * @param end of its last talk, likewise
 * @param rooms its talks by the name of their room, in the order of the agenda's rooms; talks by start
 */
record FrabDay(
        int index, LocalDate date, OffsetDateTime start, OffsetDateTime end, Map<String, List<Agenda.Talk>> rooms) {

    private static final LocalDateTime LAST_SECOND = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    /** How long the steps of a grid are. */
    static final int STEP_MINUTES = 5;

    /**
     * A talk with all else that is said of it.
     *
     * @param acronym of its conference
     * @param page the address of the agenda
     */
    record Event(String acronym, String page, String room, Agenda.Talk talk) {

        String url() {
            return page + "/talks/" + talk.number();
        }

        /** {@code clocks-7-great-bells}; unique by its number. */
        String slug() {
            var words =
                    PlainText.bare(talk.title()).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            return acronym + "-" + talk.number() + "-"
                    + Stream.of(words, "talk")
                            .filter(word -> word.length() > 1)
                            .findFirst()
                            .orElseThrow();
        }
    }

    /** The days of the conference, and those on which talks are; of neither, the day of the last change. */
    static List<FrabDay> of(Agenda agenda) {
        var zone = ZoneId.of(agenda.conference().timeZone());
        var dates = new TreeSet<>(agenda.conference().days());
        agenda.talks().forEach(talk -> dates.add(date(talk)));
        if (dates.isEmpty()) {
            dates.add(agenda.changedAt().atZone(zone).toLocalDate());
        }
        var byDate = agenda.talks().stream().collect(Collectors.groupingBy(FrabDay::date));
        var inOrder = List.copyOf(dates);
        return IntStream.range(0, inOrder.size())
                .mapToObj(i -> of(i + 1, inOrder.get(i), zone, byDate.getOrDefault(inOrder.get(i), List.of()), agenda))
                .toList();
    }

    /** Schedules end with the year 9999. */
    private static LocalDate date(Agenda.Talk talk) {
        var date = talk.place().startsAt().toLocalDate();
        return date.isAfter(LAST_SECOND.toLocalDate()) ? LAST_SECOND.toLocalDate() : date;
    }

    private static FrabDay of(int index, LocalDate date, ZoneId zone, List<Agenda.Talk> talks, Agenda agenda) {
        var rooms = new LinkedHashMap<String, List<Agenda.Talk>>();
        roomNames(agenda)
                .forEach((slug, name) -> rooms.put(
                        name,
                        talks.stream()
                                .filter(talk -> talk.place().room().slug().equals(slug))
                                .toList()));
        rooms.values().removeIf(List::isEmpty);
        return new FrabDay(
                index,
                date,
                talks.stream()
                        .map(talk -> talk.place().startsAt())
                        .min(Comparator.naturalOrder())
                        .orElseGet(() -> date.atStartOfDay(zone).toOffsetDateTime()),
                talks.stream()
                        .map(talk -> talk.place().endsAt())
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> date.plusDays(1).atStartOfDay(zone).toOffsetDateTime()),
                rooms);
    }

    /**
     * What rooms are called, by slug. These formats know a room by its name, so that one that looks like another has its
     * slug behind it.
     */
    static Map<String, String> roomNames(Agenda agenda) {
        var names = new LinkedHashMap<String, String>();
        var seen = new HashSet<String>();
        for (var room : agenda.rooms()) {
            var isNew = seen.add(PlainText.folded(room.name()));
            names.put(room.slug(), isNew ? room.name() : room.withSlug());
        }
        return names;
    }

    /** The tracks that talks have, in the order in which they begin. */
    static List<String> tracks(Agenda agenda) {
        return agenda.talks().stream()
                .map(Agenda.Talk::track)
                .filter(track -> track != null && !track.isBlank())
                .distinct()
                .toList();
    }

    /** The conference's short name, of lower-case letters, digits and underscores, four at least. */
    static String acronym(Agenda agenda) {
        var slug = agenda.conference().slug().replace('-', '_');
        return slug + "_".repeat(Math.max(0, 4 - slug.length()));
    }

    /** A number for apps that know people by one, made of the id and as lasting. */
    static int personId(UUID presenter) {
        return presenter.hashCode() & Integer.MAX_VALUE;
    }

    /** {@code 01:30} */
    static String duration(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /**
     * {@code 2027-03-02T10:00:00+01:00}. What has no such form is said otherwise: in UTC where a zone once had an offset
     * with seconds, and as the last second of the year 9999 where it is later.
     */
    static String moment(OffsetDateTime time) {
        var offset = time.getOffset().getTotalSeconds() % 60 == 0 ? time.getOffset() : ZoneOffset.UTC;
        var last = LAST_SECOND.atOffset(offset);
        var said = time.withOffsetSameInstant(offset);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(said.isAfter(last) ? last : said);
    }
}
