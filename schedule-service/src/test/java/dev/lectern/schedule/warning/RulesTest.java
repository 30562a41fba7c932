package dev.lectern.schedule.warning;

import static dev.lectern.schedule.warning.TestTalk.PARIS;
import static dev.lectern.schedule.warning.TestTalk.coffee;
import static dev.lectern.schedule.warning.TestTalk.hall;
import static dev.lectern.schedule.warning.TestTalk.person;
import static dev.lectern.schedule.warning.TestTalk.range;
import static dev.lectern.schedule.warning.TestTalk.room;
import static dev.lectern.schedule.warning.TestTalk.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.warning.Placing.Person;
import dev.lectern.schedule.warning.Placing.Venue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule, with a case just inside and one just outside. */
class RulesTest {

    private final Venue red = room("red");
    private final Venue blue = room("blue");
    private final Venue posters = hall("posters");
    private final Person ada = person("Ada L.", null);
    private final Person busy = person("Grace H.", 15);

    @Test
    void aTalkHasSomebodyWhoPresentsIt() {
        var warnings =
                judge(talk(3, red, "10:00", 30).by(), talk(4, blue, "10:00", 30).by(ada));

        assertThat(warnings)
                .containsExactly(new Warning(
                        "no-presenter",
                        "3 “Talk 3” (red room, Tue 2 March 2027, 10:00–10:30) has no presenter, so nobody is told of its place",
                        List.of(3),
                        List.of("red")));
    }

    @Test
    void aPresenterInTwoPlacesAtOnceIsNamedWithBoth() {
        var warnings = judge(
                talk(4, blue, "10:29", 30).by(ada), talk(3, red, "10:00", 30).by(ada));

        assertThat(warnings)
                .containsExactly(new Warning(
                        "presenter-double-booked",
                        "Ada L. has to be at 3 “Talk 3” (red room, Tue 2 March 2027, 10:00–10:30) and"
                                + " 4 “Talk 4” (blue room, Tue 2 March 2027, 10:29–10:59) at the same time",
                        List.of(3, 4),
                        List.of("blue", "red")));
    }

    @Test
    void aPresenterMayGoOnWhenTheTalkBeforeEnds() {
        assertThat(judge(
                        talk(3, red, "10:00", 30).by(ada),
                        talk(4, blue, "10:30", 30).by(ada)))
                .isEmpty();
    }

    @Test
    void aPresenterWithTwoPostersAtOnceIsInTwoPlaces() {
        assertThat(codes(
                        talk(3, posters, "10:00", 30).by(ada),
                        talk(4, posters, "10:00", 30).by(ada)))
                .containsExactly("presenter-double-booked");
    }

    @Test
    void whoIsNamedTwiceInOneTalkIsInOnePlace() {
        assertThat(judge(talk(3, red, "10:00", 30).by(ada, ada))).isEmpty();
    }

    @Test
    void aPresenterIsUnavailableForAMinuteOfTheirTalk() {
        var morning = person("Ada L.", null, range("09:00", 60), range("10:05", 60));

        assertThat(codes(talk(3, red, "09:31", 30).by(morning))).containsExactly("presenter-unavailable");
        assertThat(codes(talk(3, red, "10:04", 30).by(morning))).containsExactly("presenter-unavailable");
        assertThat(codes(talk(3, red, "09:30", 30).by(morning))).isEmpty();
        assertThat(codes(talk(3, red, "10:05", 60).by(morning))).isEmpty();
    }

    @Test
    void aRoomIsUnavailableForAMinuteOfATalk() {
        var early = room("early", null, null, List.of(range("09:00", 60)));

        assertThat(judge(talk(3, early, "09:31", 30)))
                .containsExactly(new Warning(
                        "room-unavailable",
                        "early room is not available during all of 3 “Talk 3” (early room, Tue 2 March 2027, 09:31–10:01)",
                        List.of(3),
                        List.of("early")));
        assertThat(codes(talk(3, early, "09:30", 30))).isEmpty();
    }

    @Test
    void aRoomNeedsItsChangeover() {
        var stage = room("stage", null, 10, List.of());

        assertThat(judge(talk(3, stage, "10:00", 30), talk(4, stage, "10:39", 30)))
                .containsExactly(new Warning(
                        "changeover-too-short",
                        "stage room needs 10 minutes between 3 “Talk 3” (stage room, Tue 2 March 2027, 10:00–10:30) and"
                                + " 4 “Talk 4” (stage room, Tue 2 March 2027, 10:39–11:09), and has 9",
                        List.of(3, 4),
                        List.of("stage")));
        assertThat(codes(talk(3, stage, "10:00", 30), talk(4, stage, "10:40", 30)))
                .isEmpty();
    }

    @Test
    void ofTalksInARowOnlyNeighboursAreTooClose() {
        var stage = room("stage", null, 10, List.of());

        assertThat(judge(talk(1, stage, "10:00", 2), talk(2, stage, "10:02", 2), talk(3, stage, "10:04", 2)))
                .extracting(Warning::contributions)
                .containsExactly(List.of(1, 2), List.of(2, 3));
    }

    @Test
    void aHallOfPostersIsNotChangedOver() {
        assertThat(codes(talk(3, posters, "10:00", 30), talk(4, posters, "10:30", 30)))
                .isEmpty();
    }

    @Test
    void aPresenterNeedsTheirsBetweenAnyTwoTalks() {
        assertThat(codes(
                        talk(3, red, "10:00", 30).by(busy),
                        talk(4, blue, "10:44", 30).by(busy)))
                .containsExactly("changeover-too-short");
        assertThat(codes(
                        talk(3, red, "10:00", 30).by(busy),
                        talk(4, red, "10:44", 30).by(busy)))
                .containsExactly("changeover-too-short");
        assertThat(codes(
                        talk(3, red, "10:00", 30).by(busy),
                        talk(4, blue, "10:45", 30).by(busy)))
                .isEmpty();
    }

    @Test
    void aPauseIsCountedFromTheTalkThatEndedLast() {
        assertThat(judge(
                        talk(1, red, "10:00", 120).by(busy),
                        talk(2, blue, "10:30", 10).by(busy),
                        talk(3, red, "12:05", 10).by(busy)))
                .filteredOn(warning -> warning.code().equals("changeover-too-short"))
                .extracting(Warning::contributions)
                .containsExactly(List.of(1, 3));
    }

    @Test
    void aTalkHasTheMinutesThatItShouldHave() {
        assertThat(judge(talk(3, red, "10:00", 30).expecting(31, null)))
                .extracting(Warning::detail)
                .containsExactly(
                        "3 “Talk 3” (red room, Tue 2 March 2027, 10:00–10:30) has 30 minutes, and should have 31");
        assertThat(codes(talk(3, red, "10:00", 30).expecting(29, null))).containsExactly("duration-mismatch");
        assertThat(codes(talk(3, red, "10:00", 30).expecting(30, null))).isEmpty();
    }

    @Test
    void anAudienceFitsIntoTheRoom() {
        var small = room("small", 80, null, List.of());

        assertThat(codes(talk(3, small, "10:00", 30).expecting(null, 81))).containsExactly("over-capacity");
        assertThat(codes(talk(3, small, "10:00", 30).expecting(null, 80))).isEmpty();
        assertThat(codes(talk(3, red, "10:00", 30).expecting(null, 81))).isEmpty();
    }

    @Test
    void whatATalkNeedsIsInTheRoomWhateverItsLetters() {
        var music = room("music", null, null, List.of(), "Piano");

        assertThat(judge(talk(3, music, "10:00", 30).expecting(null, null, "piano", "organ", "bell")))
                .extracting(Warning::detail)
                .containsExactly("3 “Talk 3” (music room, Tue 2 March 2027, 10:00–10:30)"
                        + " needs what its room does not have: organ, bell");
        assertThat(codes(talk(3, music, "10:00", 30).expecting(null, null, "PIANO")))
                .isEmpty();
    }

    @Test
    void aTrackIsNotInParallelWithItself() {
        assertThat(codes(
                        talk(3, red, "10:00", 30).in("Bells"),
                        talk(4, blue, "10:29", 30).in("Bells")))
                .containsExactly("track-parallel");
        assertThat(codes(
                        talk(3, red, "10:00", 30).in("Bells"),
                        talk(4, blue, "10:30", 30).in("Bells")))
                .isEmpty();
        assertThat(codes(
                        talk(3, red, "10:00", 30).in("Bells"),
                        talk(4, blue, "10:00", 30).in("Ropes")))
                .isEmpty();
        assertThat(codes(talk(3, red, "10:00", 30), talk(4, blue, "10:00", 30))).isEmpty();
    }

    @Test
    void postersGoOnBesideTheirTrack() {
        assertThat(codes(
                        talk(3, red, "10:00", 30).in("Bells"),
                        talk(4, posters, "10:00", 30).in("Bells")))
                .isEmpty();
    }

    @Test
    void aTalkThatEndsAtMidnightIsNotAcrossIt() {
        assertThat(codes(talk(3, red, "23:30", 31))).containsExactly("across-midnight");
        assertThat(codes(talk(3, red, "23:30", 30))).isEmpty();
    }

    @Test
    void aTalkMeetsABreakOfAllRooms() {
        assertThat(judge(Stream.of(
                        talk(3, red, "10:00", 31).placed(),
                        talk(4, blue, "11:00", 30).placed(),
                        coffee(null, "10:30", 30))))
                .containsExactly(new Warning(
                        "break-overlap",
                        "3 “Talk 3” (red room, Tue 2 March 2027, 10:00–10:31) meets the break"
                                + " “Coffee” (Tue 2 March 2027, 10:30–11:00)",
                        List.of(3),
                        List.of("red")));
    }

    @Test
    void aBreakStartsBeforeTheTalkThatMeetsIt() {
        assertThat(judge(Stream.of(talk(3, red, "10:59", 31).placed(), coffee(null, "10:30", 30))))
                .extracting(Warning::code)
                .containsExactly("break-overlap");
    }

    @Test
    void postersHangDuringBreaksButForOneInTheirHall() {
        var poster = talk(3, posters, "10:00", 60).placed();

        assertThat(judge(Stream.of(poster, coffee(null, "10:30", 30), coffee(red, "10:30", 30))))
                .isEmpty();
        assertThat(judge(Stream.of(poster, coffee(posters, "10:30", 30))))
                .extracting(Warning::code)
                .containsExactly("break-overlap");
    }

    @Test
    void whatIsNotAboutTheConcernedIsLeftOut() {
        var one = talk(1, red, "10:00", 30).by(ada).placed();
        var two = talk(2, blue, "10:00", 30).by(ada).placed();
        var three = talk(3, posters, "10:00", 30).by(ada).placed();

        assertThat(Rules.judge(List.of(one, two, three), placing -> placing.number() == 3, PARIS))
                .extracting(Warning::contributions)
                .containsExactly(List.of(1, 3), List.of(2, 3));
    }

    @Test
    void tenThousandPostersAtOnceAreNotComparedInPairsWithoutEnd() {
        var all = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> talk(number, posters, "10:00", 30).by(ada).placed());

        assertThat(judge(all)).hasSize(Rules.MOST);
    }

    private static List<Warning> judge(TestTalk... talks) {
        return judge(Stream.of(talks).map(TestTalk::placed));
    }

    private static List<Warning> judge(Stream<Placing> placings) {
        return Rules.judge(placings.toList(), PARIS);
    }

    private static List<String> codes(TestTalk... talks) {
        return judge(talks).stream().map(Warning::code).toList();
    }
}
