package dev.lectern.schedule.imports;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.NotUnderstood;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Unschedule;
import dev.lectern.schedule.imports.ImportReport.Kept;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.warning.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a file makes of a schedule, which is locked: the operations, and what there is to say of them. */
final class Plan {

    private static final int DEFAULT_MINUTES = 30;

    private final Conference conference;
    private final String source;
    private final String fileZone;
    private final FileRooms rooms;
    private final FileTalks talks;
    private final Map<UUID, Slot> slots;
    private final Map<UUID, ImportedPlace> last;
    private final Map<UUID, FilePlace> places = new LinkedHashMap<>();
    private final List<ImportedPlace> followed = new ArrayList<>();
    private List<ImportedPlace> gone = List.of();
    private final Set<UUID> named = new HashSet<>();
    private final List<Slot> unscheduled = new ArrayList<>();
    private final Map<String, String> roomNames = new LinkedHashMap<>();
    private final Set<String> doubleBooked = new TreeSet<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    /**
     * @param source to which the ids in the file belong
     * @throws Refused 409 where the catalog has told of none of the talks
     */
    Plan(Conference conference, ContributionReport file, String source, Missing missing) {
        this.conference = conference;
        this.source = source;
        this.fileZone = file.timeZone();
        this.talks = new FileTalks(conference.id(), source);
        var placed = file.contributions().stream()
                .filter(ReportedContribution::isPlaced)
                .toList();
        var known = talks.all(placed);
        if (known.isEmpty()) {
            throw ScheduleRefusal.NOT_IN_CATALOG.because(
                    "Import the file into the catalog first; then it is placed here");
        }
        this.rooms = new FileRooms(conference.id());
        this.slots = StoredTimetable.of(conference.id())
                .slots(known.stream().map(Contribution::id).toList())
                .stream()
                .filter(Slot::isPlaced)
                .collect(Collectors.toMap(Slot::id, Function.identity()));
        this.last = ImportedPlace.of(conference.id(), source).stream()
                .collect(Collectors.toMap(ImportedPlace::contributionId, Function.identity()));
        this.notUnderstood.addAll(file.notUnderstood());
        var names = placed.stream().map(reported -> reported.placement().room()).collect(Collectors.toSet());
        placed.forEach(reported -> read(reported, names));
        notUnderstood.sort(Comparator.comparingInt(NotUnderstood::line));
        roomNames.values().forEach(rooms::slug);
        findDoubleBookings();
        if (missing == Missing.UNSCHEDULE) {
            unscheduleMissing();
        }
    }

    private void read(ReportedContribution reported, Set<String> names) {
        var found = talks.find(reported);
        found.map(Contribution::id).ifPresent(named::add);
        var objection = objection(reported, found, names);
        if (objection.isPresent()) {
            notUnderstood.add(NotUnderstood.at(reported, objection.get()));
            return;
        }
        try {
            add(
                    reported,
                    found.orElseThrow(),
                    StartTime.read(reported.placement().startsAt(), conference.timeZone(), ""));
        } catch (Refused e) {
            notUnderstood.add(NotUnderstood.at(reported, e.errors().get(0).detail()));
        }
    }

    private static Optional<String> objection(
            ReportedContribution reported, Optional<Contribution> found, Set<String> names) {
        if (found.isEmpty()) {
            return Optional.of("the catalog has told of no such contribution");
        }
        if (found.get().withdrawn()) {
            return Optional.of("contribution " + found.get().number() + " is withdrawn, or not accepted");
        }
        var parts = List.of(reported.placement().room().split("\\s*,\\s*"));
        return parts.size() > 1 && names.containsAll(parts)
                ? Optional.of("in several rooms at once")
                : Optional.empty();
    }

    private void add(ReportedContribution reported, Contribution talk, Instant start) {
        var slot = Optional.ofNullable(slots.get(talk.id()));
        var minutes = Optional.ofNullable(reported.durationMinutes())
                .or(() -> slot.map(placed -> placed.when().minutes()))
                .or(talk::durationMinutes)
                .orElse(DEFAULT_MINUTES);
        var before = last.computeIfAbsent(talk.id(), any -> new ImportedPlace(conference.id(), talk.id(), source));
        var isNew = before.follow(reported.placement().room(), start, reported.durationMinutes(), talk.withdrawals());
        // Rooms may be called the same: a talk in one of them is where the file has it.
        var room = slot.map(Slot::room)
                .filter(one -> FileRooms.isCalled(one, reported.placement().room()))
                .or(() -> rooms.known(reported.placement().room()));
        roomNames.putIfAbsent(
                PlainText.folded(reported.placement().room()),
                reported.placement().room());
        var place = new FilePlace(talk, reported.placement().room(), TimeRange.of(start, minutes), room, slot, isNew);
        places.put(talk.id(), place);
        if (!place.isUnchanged() || !talks.isOurs(reported)) {
            followed.add(before);
        }
    }

    /** Two talks of the file at one time in one room: the room is then for any number of them. */
    private void findDoubleBookings() {
        var byRoom = places.values().stream()
                .filter(Predicate.not(FilePlace::isKept))
                .sorted(Comparator.comparing(FilePlace::start))
                .collect(Collectors.groupingBy(this::slug));
        byRoom.forEach((room, inside) -> {
            var until = Instant.MIN;
            for (var place : inside) {
                if (place.start().isBefore(until)) {
                    doubleBooked.add(room);
                }
                until = until.isAfter(place.when().end()) ? until : place.when().end();
            }
        });
    }

    /** What files of another source have placed too stays where it is. */
    private void unscheduleMissing() {
        var elsewhere = ImportedPlace.elsewhere(conference.id(), source);
        gone = last.values().stream()
                .filter(place -> !named.contains(place.contributionId()))
                .filter(place -> !elsewhere.contains(place.contributionId()))
                .toList();
        StoredTimetable.of(conference.id())
                .slots(gone.stream().map(ImportedPlace::contributionId).toList())
                .stream()
                .filter(slot -> slot.isPlaced() && !slot.pinned())
                .sorted(Comparator.comparing(Slot::number))
                .forEach(unscheduled::add);
    }

    /** Keeps where the file has its talks, for the next one from that source. */
    void remember() {
        followed.forEach(place -> place.persist());
        ImportedPlace.forget(gone, source);
    }

    Command command() {
        var operations = new ArrayList<Operation>();
        roomNames.forEach((folded, name) ->
                rooms.prepare(name, doubleBooked.contains(rooms.slug(name))).ifPresent(operations::add));
        unscheduled.forEach(slot -> operations.add(new Unschedule(slot.number())));
        places(FilePlace::isToBePlaced)
                .forEach(place -> operations.add(place.operation(slug(place), conference.timeZone())));
        return new Command(operations, null, null, 0);
    }

    private String slug(FilePlace place) {
        return place.there().map(Room::slug).orElseGet(() -> rooms.slug(place.room()));
    }

    private List<FilePlace> places(Predicate<FilePlace> which) {
        return places.values().stream().filter(which).toList();
    }

    /** What files call the rooms, by slug. */
    Map<String, String> roomNames() {
        return roomNames.values().stream().collect(Collectors.toMap(rooms::slug, Function.identity()));
    }

    ImportReport.Rooms rooms() {
        var matched = (int) roomNames.values().stream()
                .filter(name -> rooms.known(name).isPresent())
                .count();
        return new ImportReport.Rooms(roomNames.size() - matched, matched, madeNonExclusive());
    }

    private List<String> madeNonExclusive() {
        return roomNames.values().stream()
                .filter(name -> doubleBooked.contains(rooms.slug(name)))
                .filter(name -> rooms.known(name)
                        .map(room -> room.details().exclusive())
                        .orElse(true))
                .map(rooms::slug)
                .sorted()
                .toList();
    }

    ImportReport.Slots slots() {
        var moved = places(FilePlace::isToBeMoved).size();
        return new ImportReport.Slots(
                places(FilePlace::isToBePlaced).size() - moved,
                moved,
                unscheduled.size(),
                places(FilePlace::isUnchanged).size());
    }

    List<Kept> kept() {
        return places(FilePlace::isKept).stream().map(FilePlace::kept).toList();
    }

    /** What the rules of the schedule do not warn of. */
    List<Warning> warnings() {
        var warnings = new ArrayList<Warning>();
        if (fileZone != null && !fileZone.equals(conference.timeZone().getId())) {
            warnings.add(new Warning(
                    "other-time-zone",
                    "The file's times are in " + fileZone + ", and those of the conference in " + conference.timeZone(),
                    List.of(),
                    List.of()));
        }
        for (var slug : madeNonExclusive()) {
            warnings.add(new Warning(
                    "room-double-booked",
                    "The file has several talks at one time in this room, so it takes any number now",
                    List.of(),
                    List.of(slug)));
        }
        places(FilePlace::isToBePlaced).stream()
                .filter(place -> !conference.days().contains(place.day(conference.timeZone())))
                .forEach(place -> warnings.add(new Warning(
                        "outside-days",
                        "Contribution %d is on %s, on which the conference is not"
                                .formatted(place.talk().number(), place.day(conference.timeZone())),
                        List.of(place.talk().number()),
                        List.of(rooms.slug(place.room())))));
        return warnings;
    }

    List<NotUnderstood> notUnderstood() {
        return notUnderstood;
    }
}
