package dev.lectern.formats;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.formats.Names.Entry;
import dev.lectern.formats.Names.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guids, ids and titles, in this order. */
class NamesTest {

    private static Entry entry(String guid, String id, String title, String startsAt) {
        return new Entry(asList(guid, id, "title:" + title), title, new Placement("Blue", startsAt));
    }

    private static List<String> ids(Entry... entries) {
        return Names.of(List.of(entries)).stream().map(Name::id).toList();
    }

    @Test
    void theBestThatNoOtherHasTellsAnEntry() {
        assertThat(ids(
                        entry("g-1", "1", "Bells", null),
                        entry("g-1", "2", "Clocks", null),
                        entry(null, null, "Dials", null)))
                .containsExactly("1", "2", "title:Dials");
    }

    @Test
    void whatIsInTheFileSeveralTimesIsToldByTheOrderOfItsTimes() {
        assertThat(ids(
                        entry("g", "1", "Bells", "2027-03-02T13:00"),
                        entry("g", "1", "Bells", "2027-03-02T11:00:00+01:00"),
                        entry("g", "1", "Bells", null)))
                .containsExactly("g#2", "g", "g#3");
    }

    @Test
    void theSameAtTheSameTimeAndPlaceIsThereOnce() {
        assertThat(ids(
                        entry("g", "1", "Bells", "2027-03-02T11:00"),
                        entry("g", "1", "Bells", "2027-03-02T11:00"),
                        entry("g", "1", "Bells", "2027-03-02T12:00")))
                .containsExactly("g", null, "g#2");
    }

    @Test
    void anIdThatIsSharedByOtherTitlesTellsNothing() {
        assertThat(ids(
                        entry("g", null, "Bells", "2027-03-02T11:00"),
                        entry("g", null, "Bells", "2027-03-02T12:00"),
                        entry("g", null, "Clocks", "2027-03-02T13:00")))
                .containsExactly("title:Bells", "title:Bells#2", "title:Clocks");
    }

    @Test
    void whatOneSaysOutrightIsNotTakenByAnother() {
        assertThat(ids(entry(null, "5", "Bells", null), entry("5", "6", "Clocks", null)))
                .containsExactly("title:Bells", "5");
    }

    @Test
    void whatStandsForNoIdIsNone() {
        assertThat(ids(
                        entry("00000000-0000-0000-0000-000000000000", "0", "Bells", null),
                        entry("-1", "7", "Dials", null)))
                .containsExactly("title:Bells", "7");
    }

    @Test
    void whatElseAnEntryIsCalledIsKept() {
        var names = Names.of(List.of(entry("g", "1", "Bells", null)));

        assertThat(names.get(0).others()).containsExactly("1", "title:Bells");
    }
}
