package dev.lectern.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database has the last word on double booking, whatever the code does: these write past it. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class DoubleBookingTest {

    @Inject
    EntityManager entities;

    private TestConference conference;

    @BeforeEach
    void twoTalksInOneRoomAfterEachOther() {
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        conference.place(4, "red", "2027-03-02T11:00").statusCode(200);
    }

    @Test
    void anExclusiveRoomIsNeverBookedTwice() {
        var refusal = catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> moveToTen(4, true)));

        assertThat(DatabaseErrors.constraint(refusal)).contains("slot_has_its_exclusive_room_alone");
    }

    @Test
    void twoTalksMayChangePlacesInOneTransaction() {
        QuarkusTransaction.requiringNew().run(() -> {
            moveToTen(4, true);
            move(3, "2027-03-02T10:00:00Z", true);
        });

        conference.working().statusCode(200);
    }

    @Test
    void aRoomThatIsNotExclusiveTakesMany() {
        QuarkusTransaction.requiringNew().run(() -> moveToTen(4, false));

        conference.working().statusCode(200);
    }

    /** Ten o'clock in Paris. */
    private void moveToTen(int number, boolean exclusive) {
        move(number, "2027-03-02T09:00:00Z", exclusive);
    }

    private void move(int number, String start, boolean exclusive) {
        entities.createNativeQuery("""
                        update booking set starts_at = cast(?2 as timestamptz), exclusive = ?3,
                            ends_at = cast(?2 as timestamptz) + interval '30 minutes'
                        where id = ?1""")
                .setParameter(1, conference.idOf(number))
                .setParameter(2, start)
                .setParameter(3, exclusive)
                .executeUpdate();
    }
}
