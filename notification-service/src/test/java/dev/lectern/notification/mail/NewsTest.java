package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.BEATRIZ;
import static dev.lectern.notification.mail.Letters.GERARD;
import static dev.lectern.notification.mail.Letters.at;
import static dev.lectern.notification.mail.Letters.by;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.ofSession;
import static dev.lectern.notification.mail.Letters.renamed;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.withTitle;
import static dev.lectern.notification.mail.Letters.withoutSlug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.notice.Facts;
import org.junit.jupiter.api.Test;

/** A mail claims no more than is true. */
class NewsTest {

    private static final String HERE = "“Dynamics of neural networks” at “At the interface of physics and AI” is on"
            + " Tue 2 March 2027, 10:00–10:30 (Europe/Paris), in Auditorium.";

    private final Facts told = tenInTheAuditorium();

    @Test
    void aRenamedRoomIsNoMove() {
        var mail = compose(changed(told, renamed(told, "Bell Tower")));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(html(mail)).doesNotContain("Schedule change");
        assertThat(text(mail))
                .contains("The room of your talk is now called Bell Tower. Time and room stay: “Dynamics")
                .contains("(Europe/Paris), in Bell Tower.\n\nRoom: Auditorium → Bell Tower (the same room)\n")
                .doesNotContain("moved");
    }

    @Test
    void aRenamedRoomIsNoMoveForAChairEither() {
        var mail = compose(ofSession(changed(told, renamed(told, "Bell Tower"))));
        assertThat(mail.subject()).startsWith("Your session changed: ");
        assertThat(text(mail))
                .contains("The room of your session is now called Bell Tower. ")
                .doesNotContain("moved");
    }

    @Test
    void aMoveWithinARenamedRoomIsAMove() {
        var later = at("2027-03-02T11:00:00+01:00", "2027-03-02T11:30:00+01:00");
        var mail = compose(changed(told, renamed(later, "Bell Tower")));
        assertThat(mail.subject()).startsWith("Your talk moved: ");
        assertThat(text(mail))
                .contains("has moved. It is now on Tue 2 March 2027, 11:00–11:30 (Europe/Paris), in Bell Tower.")
                .contains("\nRoom: Auditorium → Bell Tower (the same room)\n");
    }

    @Test
    void anotherRoomIsAMoveWhateverItIsCalled() {
        var mail = compose(changed(told, in("Blue room")));
        assertThat(mail.subject()).startsWith("Your talk moved: ");
        assertThat(text(mail)).contains("has moved.", "\nRoom: Auditorium → Blue room\n");
    }

    @Test
    void ofARoomThatWasKnownByItsNameOnlyNothingIsClaimed() {
        var mail = compose(changed(withoutSlug(told), in("Blue room")));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(text(mail))
                .contains("has changed. It is now on Tue 2 March 2027", "\nRoom: Auditorium → Blue room\n")
                .doesNotContain("moved", "stay");
    }

    @Test
    void anotherTitleLeavesTimeAndRoom() {
        var mail = compose(changed(told, withTitle("Chaos")));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(text(mail))
                .contains("The title of your talk has changed. Time and room stay: “Chaos” at “At the interface");
    }

    @Test
    void aRenamedSessionIsSaidToBeOne() {
        assertThat(text(compose(ofSession(changed(told, withTitle("Chaos"))))))
                .contains("The title of your session has changed. Time and room stay: “Chaos”");
        assertThat(text(compose(ofSession(changed(told, by(GERARD, BEATRIZ))))))
                .contains("The chairs of your session have changed. Time and room stay: ");
    }

    @Test
    void whatChangedIsEnumerated() {
        var more = new Facts(
                "Chaos",
                told.abstractText(),
                "Poster",
                "AI",
                told.room(),
                told.roomSlug(),
                told.startsAt(),
                told.endsAt(),
                told.timeZone(),
                told.presenters());
        assertThat(text(compose(changed(told, more))))
                .contains("The title, type and track of your talk have changed. Time and room stay: ");
    }

    @Test
    void aLongerTalkKeepsItsStart() {
        var longer = at("2027-03-02T10:00:00+01:00", "2027-03-02T10:45:00+01:00");
        var mail = compose(changed(told, longer));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(text(mail))
                .contains("The duration of your talk has changed. Start time and room stay: ")
                .contains("\nDuration: 30 minutes → 45 minutes\n");
    }

    @Test
    void anotherZoneWithTheSameClockIsOneSentence() {
        var lisbon = at("Auditorium", "2027-03-02T10:00:00Z", "2027-03-02T10:30:00Z", "Europe/Lisbon");
        var mail = compose(changed(told, lisbon));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(text(mail))
                .contains("The time zone of your talk is now Europe/Lisbon. Local time and room stay: ")
                .contains("\nTime zone: Europe/Paris → Europe/Lisbon\n")
                .doesNotContain("\nTime: ", "moved");
    }

    @Test
    void theSameMomentOnTheClockOfAnotherZoneIsNoMove() {
        var london = at("Auditorium", "2027-03-02T10:00:00+01:00", "2027-03-02T10:30:00+01:00", "Europe/London");
        var mail = compose(changed(told, london));
        assertThat(mail.subject()).startsWith("Your talk changed: ");
        assertThat(text(mail)).contains("The time zone of your talk is now Europe/London. The moment and room stay: ");
    }

    @Test
    void anotherPresenterLeavesTimeAndRoom() {
        assertThat(text(compose(changed(told, by(GERARD, BEATRIZ)))))
                .contains("The presenters of your talk have changed. Time and room stay: " + HERE)
                .contains("\nPresenters: Gérard BEN AROUS → Gérard BEN AROUS, Beatriz SEOANE\n");
    }
}
