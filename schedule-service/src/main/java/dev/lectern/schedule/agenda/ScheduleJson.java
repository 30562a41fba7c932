package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An agenda as schedule.json, the twin of {@link ScheduleXml}. It keeps to the schema of c3voc.de/schedule. */
record ScheduleJson(@JsonProperty("$schema") String schema, Generator generator, Schedule schedule) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The schema knows no others, {@code America/Argentina/Buenos_Aires} by its beginning. */
    private static final Pattern ZONE = Pattern.compile("[A-Z][a-z]+/[A-Z][a-z]+.*|.*UTC", Pattern.DOTALL);

    record Generator(String name) {}

    record Schedule(
            String version, @JsonProperty("base_url") String baseUrl, Conference conference) {}

    record Conference(
            String acronym,
            String title,
            String start,
            String end,
            int daysCount,
            @JsonProperty("timeslot_duration") String timeslotDuration,

            @JsonProperty("time_zone_name") @JsonInclude(JsonInclude.Include.NON_NULL)
            String timeZoneName,

            String url,
            List<Track> tracks,
            List<Room> rooms,
            List<Day> days) {}

    record Track(String name) {}

    record Room(String name, UUID guid) {}

    record Day(
            int index,
            String date,
            @JsonProperty("day_start") String dayStart,
            @JsonProperty("day_end") String dayEnd,
            Map<String, List<FrabDay.Event>> rooms) {}

    record Event(
            UUID guid,
            int id,
            String date,
            String start,
            String end,
            String duration,
            String room,
            String slug,
            String url,
            String title,
            String subtitle,
            String track,
            String type,
            String language,

            @JsonProperty("abstract") String abstractText,

            String description,
            List<Person> persons,
            List<Reference> links) {

        static Event of(FrabDay.Event event) {
            var talk = event.talk();
            return new Event(
                    talk.id(),
                    talk.number(),
                    FrabDay.moment(talk.place().startsAt()),
                    TIME.format(talk.place().startsAt()),
                    FrabDay.moment(talk.place().endsAt()),
                    FrabDay.duration(talk.durationMinutes()),
                    event.room(),
                    event.slug(),
                    event.url(),
                    talk.title(),
                    null,
                    talk.track(),
                    Objects.requireNonNullElse(talk.type(), ""),
                    talk.language(),
                    talk.abstractText(),
                    null,
                    talk.presenters().stream()
                            .map(presenter ->
                                    new Person(FrabDay.personId(presenter.id()), presenter.id(), presenter.name()))
                            .toList(),
                    talk.links().stream()
                            .map(link -> new Reference(link.url(), link.label()))
                            .toList());
        }
    }

    record Reference(String url, String title) {}

    record Person(int id, UUID guid, String name) {}

    static ScheduleJson of(Agenda agenda, String publicUrl) {
        var page = publicUrl + "/agenda/" + agenda.conference().slug();
        var days = FrabDay.of(agenda);
        var zone = agenda.conference().timeZone();
        var conference = new Conference(
                FrabDay.acronym(agenda),
                agenda.conference().title(),
                days.get(0).date().toString(),
                days.get(days.size() - 1).date().toString(),
                days.size(),
                FrabDay.duration(FrabDay.STEP_MINUTES),
                ZONE.matcher(zone).matches() ? zone : null,
                page,
                FrabDay.tracks(agenda).stream().map(Track::new).toList(),
                rooms(agenda, page),
                days.stream().map(day -> day(agenda, day, page)).toList());
        return new ScheduleJson(
                "https://c3voc.de/schedule/schema.json",
                new Generator("lectern"),
                new Schedule(Long.toString(agenda.version()), page, conference));
    }

    private static List<Room> rooms(Agenda agenda, String page) {
        return FrabDay.roomNames(agenda).entrySet().stream()
                .map(room -> room(page, room.getKey(), room.getValue()))
                .toList();
    }

    /** Rooms are known by their address here, and by an id that is made of it elsewhere. */
    private static Room room(String page, String slug, String name) {
        var address = page + "/rooms/" + slug;
        return new Room(name, UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)));
    }

    private static Day day(Agenda agenda, FrabDay day, String page) {
        return new Day(
                day.index(),
                day.date().toString(),
                FrabDay.moment(day.start()),
                FrabDay.moment(day.end()),
                day.rooms().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                room -> room.getValue().stream()
                                        .map(talk ->
                                                new FrabDay.Event(FrabDay.acronym(agenda), page, room.getKey(), talk))
                                        .toList(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
    }
}
