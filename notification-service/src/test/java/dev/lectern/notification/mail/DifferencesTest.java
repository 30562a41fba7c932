package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.BEATRIZ;
import static dev.lectern.notification.mail.Letters.GERARD;
import static dev.lectern.notification.mail.Letters.at;
import static dev.lectern.notification.mail.Letters.by;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.withAbstract;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private final Facts told = tenInTheAuditorium();

    @Test
    void theSameFactsDoNotDiffer() {
        assertThat(between(told, tenInTheAuditorium())).isEmpty();
    }

    @Test
    void anotherDayIsADifferenceOfTimeInTheConferencesZone() {
        var moved = at("2027-03-03T14:00:00+01:00", "2027-03-03T14:30:00+01:00");
        assertThat(between(told, moved))
                .containsExactly(new Difference(
                        "startsAt",
                        "Tue 2 March 2027, 10:00–10:30 (Europe/Paris)",
                        "Wed 3 March 2027, 14:00–14:30 (Europe/Paris)"));
    }

    @Test
    void theSameInstantWithAnotherOffsetIsNoDifference() {
        assertThat(between(told, at("2027-03-02T09:00:00Z", "2027-03-02T09:30:00Z")))
                .isEmpty();
    }

    @Test
    void aRangeOverMidnightNamesBothDays() {
        var late = at("2027-03-02T23:30:00+01:00", "2027-03-03T00:00:00+01:00");
        assertThat(between(told, late))
                .extracting(Difference::current)
                .containsExactly("Tue 2 March 2027, 23:30 – Wed 3 March 2027, 00:00 (Europe/Paris)");
    }

    @Test
    void aLongerTalkIsADifferenceOfDurationOnly() {
        var longer = at("2027-03-02T10:00:00+01:00", "2027-03-02T10:45:00+01:00");
        assertThat(between(told, longer))
                .containsExactly(new Difference("durationMinutes", "30 minutes", "45 minutes"));
    }

    @Test
    void anotherZoneWithTheSameClockIsADifferenceOfZoneOnly() {
        var berlin = at("Auditorium", "2027-03-02T10:00:00+01:00", "2027-03-02T10:30:00+01:00", "Europe/Berlin");
        assertThat(between(told, berlin)).containsExactly(new Difference("timeZone", "Europe/Paris", "Europe/Berlin"));
    }

    @Test
    void anotherZoneWithTheSameClockIsADifferenceOfZoneOnlyThoughTheMomentIsAnother() {
        var lisbon = at("Auditorium", "2027-03-02T10:00:00Z", "2027-03-02T10:30:00Z", "Europe/Lisbon");
        assertThat(between(told, lisbon)).containsExactly(new Difference("timeZone", "Europe/Paris", "Europe/Lisbon"));
    }

    @Test
    void theHourThatAClockShowsTwiceIsTwoTimes() {
        var first = at("2027-10-31T02:30:00+02:00", "2027-10-31T02:45:00+02:00");
        var second = at("2027-10-31T02:30:00+01:00", "2027-10-31T02:45:00+01:00");
        assertThat(between(first, second))
                .containsExactly(new Difference(
                        "startsAt",
                        "Sun 31 October 2027, 02:30–02:45 (Europe/Paris, UTC+02:00)",
                        "Sun 31 October 2027, 02:30–02:45 (Europe/Paris, UTC+01:00)"));
    }

    @Test
    void whiteSpaceIsNoDifference() {
        assertThat(between(told, withTitle(" Dynamics  of\u00A0neural\nnetworks ")))
                .isEmpty();
        assertThat(between(told, withAbstract("We study *gradient*\r\ndescent. Two paragraphs; with commas, too.")))
                .isEmpty();
        assertThat(between(told, Letters.renamed(told, "Auditorium\t"))).isEmpty();
    }

    @Test
    void anotherZoneWithAnotherClockIsADifferenceOfTimeToo() {
        var london = at("Auditorium", "2027-03-02T10:00:00+01:00", "2027-03-02T10:30:00+01:00", "Europe/London");
        assertThat(between(told, london))
                .contains(new Difference(
                        "startsAt",
                        "Tue 2 March 2027, 10:00–10:30 (Europe/Paris)",
                        "Tue 2 March 2027, 09:00–09:30 (Europe/London)"));
    }

    @Test
    void aRoomAndATitleAreShownAsTheyAre() {
        assertThat(between(told, in("Blue room"))).containsExactly(new Difference("room", "Auditorium", "Blue room"));
        assertThat(between(told, withTitle("Chaos")))
                .containsExactly(new Difference("title", "Dynamics of neural networks", "Chaos"));
    }

    @Test
    void ofAnAbstractItIsOnlySaidThatItChanged() {
        assertThat(between(told, withAbstract("Another one"))).containsExactly(new Difference("abstract", null, null));
    }

    @Test
    void noAbstractAndAnEmptyOneAreTheSame() {
        assertThat(between(withAbstract(null), withAbstract(""))).isEmpty();
    }

    @Test
    void presentersAreComparedByIdInAnyOrder() {
        var corrected = new Facts.Person(GERARD.id(), "Gérard Ben Arous");
        assertThat(between(by(GERARD, BEATRIZ), by(BEATRIZ, corrected))).isEmpty();
    }

    @Test
    void oneMorePresenterIsADifferenceWithAllNames() {
        assertThat(between(told, by(GERARD, BEATRIZ)))
                .isEqualTo(
                        List.of(new Difference("presenters", "Gérard BEN AROUS", "Gérard BEN AROUS, Beatriz SEOANE")));
    }

    private static List<Difference> between(Facts old, Facts current) {
        var differences = Differences.between(old, current, Language.ENGLISH);
        assertThat(Differences.isNone(old, current)).isEqualTo(differences.isEmpty());
        return differences;
    }
}
