package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.News;
import dev.lectern.schedule.timetable.Room;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What came of a command. Its objects are as it left them; that it happened is for whoever keeps them to say.
 *
 * @param refusal all that rules object to; then nothing is to be kept
 * @param conflicts changes since the command's base version that touched what it touches
 * @param change the new version; empty when nothing is different
 * @param touched all that operations have had in their hands
 * @param addedRooms to be kept from now on
 * @param added to be kept from now on
 * @param removed to be kept no longer
 * @param news to be sent out, in this order
 * @param tells who is told of it: of talks by number, then as the contribution names its presenters, then of sessions
 */
public record Outcome(
        Optional<Refused> refusal,
        List<Change> conflicts,
        Optional<Change> change,
        Collection<Booking> touched,
        List<Room> addedRooms,
        List<Booking> added,
        List<Booking> removed,
        List<News> news,
        List<Tell> tells,
        boolean hold) {

    static Outcome ofNothing(Optional<Refused> refusal, List<Change> conflicts, Collection<Booking> touched) {
        return new Outcome(
                refusal,
                conflicts,
                Optional.empty(),
                touched,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
