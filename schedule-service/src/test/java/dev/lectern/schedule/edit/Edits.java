package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refusal;
import dev.lectern.chassis.problem.Refused;
import java.util.List;

/** Operations of tests, with what matters to them alone, and how their refusals read. */
final class Edits {

    static final String TEN = "2027-03-02T10:00";

    private Edits() {}

    /** Talk 3 takes 45 minutes, 4 and 5 nobody knows how long, which makes 30; version 2. */
    static PlainSchedule schedule() {
        return new PlainSchedule("Europe/Paris", "2027-03-02", "2027-03-03")
                .room("red")
                .room("blue")
                .talk(3, 45)
                .talk(4, null)
                .talk(5, null);
    }

    static Place place(int talk, String room, String start) {
        return new Place(talk, room, start, null, null, null);
    }

    static SetBreak coffee(String room, String start) {
        return new SetBreak(null, "Coffee", room, start, 30, null);
    }

    static SetSession bells(String room, String start, int minutes, Integer... talks) {
        return new SetSession(null, "Bells", room, start, minutes, null, List.of(talks));
    }

    /** The session with another place; its chairs and talks stay. */
    static SetSession moved(PlainSchedule schedule, String room, String start, int minutes) {
        return new SetSession(schedule.session("Bells").id(), "Bells", room, start, minutes, null, null);
    }

    static String refusal(Outcome outcome) {
        return outcome.refusal().map(Refused::kind).map(Refusal::type).orElse("");
    }

    static List<String> pointers(Outcome outcome) {
        return faults(outcome).stream().map(Fault::pointer).toList();
    }

    static List<String> details(Outcome outcome) {
        return faults(outcome).stream().map(Fault::detail).toList();
    }

    private static List<Fault> faults(Outcome outcome) {
        return outcome.refusal().map(Refused::errors).orElse(List.of());
    }
}
