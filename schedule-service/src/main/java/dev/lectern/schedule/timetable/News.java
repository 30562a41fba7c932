package dev.lectern.schedule.timetable;

import java.util.Optional;

/** What others are to see of a booking from now on, beside what they were sent last; empty where that is nothing. */
public interface News {

    /** One method for each kind. */
    interface Visitor {
        void slot(Slot slot, Optional<SlotState> told, SlotState next);

        void session(Session session, Optional<SessionNews> told, SessionNews next);
    }

    Announceable booking();

    /** Notes that it is sent out. */
    void emit();

    void accept(Visitor visitor);

    /** News of a talk. */
    record OfSlot(Slot booking, Optional<SlotState> told, SlotState next) implements News {

        @Override
        public void emit() {
            booking.emit(next);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.slot(booking, told, next);
        }
    }

    /** News of a session. */
    record OfSession(Session booking, Optional<SessionNews> told, SessionNews next) implements News {

        @Override
        public void emit() {
            booking.emit(next);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.session(booking, told, next);
        }
    }
}
