package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import java.util.Set;

/**
 * Lets two talks take each other's room, start, position and session; each is as long as before. Where only one of them
 * is placed the other one takes its place, for as long: the speaker who stands in.
 */
public record Swap(int contribution, int with) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        if (contribution == with) {
            throw Refused.invalid(Fault.at("/with", "That is the same contribution"));
        }
        var one = edit.slotOf(edit.contribution(contribution, "/contribution"));
        var other = edit.slotOf(edit.contribution(with, "/with"));
        if (one.isPlaced() && other.isPlaced()) {
            exchange(edit, one, other);
        } else if (one.isPlaced()) {
            edit.requireAccepted(edit.contribution(with, "/with"));
            standIn(edit, one, other);
        } else if (other.isPlaced()) {
            edit.requireAccepted(edit.contribution(contribution, "/contribution"));
            standIn(edit, other, one);
        } else {
            throw Refused.invalid(Fault.at("/contribution", "Neither of them is placed"));
        }
    }

    private static void exchange(Edit edit, Slot one, Slot other) {
        var room = one.room();
        var when = TimeRange.of(one.when().start(), other.when().minutes());
        var position = one.position();
        edit.move(
                one, other.room(), TimeRange.of(other.when().start(), one.when().minutes()), other.position());
        edit.move(other, room, when, position);
        var session = one.sessionId();
        one.join(other.sessionId());
        other.join(session);
    }

    private static void standIn(Edit edit, Slot placed, Slot waiting) {
        var room = placed.room();
        var when = placed.when();
        var position = placed.position();
        var session = placed.sessionId();
        edit.free(placed);
        edit.move(waiting, room, when, position);
        waiting.join(session);
    }

    @Override
    public Set<Integer> contributions() {
        return contribution == with ? Set.of(contribution) : Set.of(contribution, with);
    }
}
