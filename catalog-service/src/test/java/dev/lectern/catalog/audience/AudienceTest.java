package dev.lectern.catalog.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.catalog.audience.CatalogFacts.Person;
import dev.lectern.catalog.audience.CatalogFacts.Zone;
import dev.lectern.catalog.audience.Tell.ContributionName;
import dev.lectern.catalog.audience.Tell.SessionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told of an edit: the difference between what people know before it and after it. */
class AudienceTest {

    private static final UUID TALK = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final Zone PARIS = new Zone("Europe/Paris", 0);

    private static final Person ADA = person("Ada");
    private static final Person BOB = person("Bob");

    private final Audience placed = audience(PARIS, List.of(talk("Bells", 1, true, ADA, BOB), session(ADA)), ADA, BOB);

    @Test
    void nobodyIsToldWhenNothingIsDifferent() {
        assertThat(told(placed, placed)).isEmpty();
    }

    @Test
    void allPresentersAreToldOfAnotherTitle() {
        assertThat(told(placed, with(talk("Clocks", 2, true, ADA, BOB))))
                .containsExactly("Ada: CHANGED 1 Clocks", "Bob: CHANGED 1 Clocks");
    }

    @Test
    void aQuietEditTellsNobody() {
        assertThat(told(placed, with(talk("Clocks", 1, true, ADA, BOB)))).isEmpty();
    }

    @Test
    void whatMailsDoNotSayTellsNobody() {
        assertThat(told(placed, with(talk("Bells", 2, true, ADA, BOB)))).isEmpty();
    }

    @Test
    void withdrawalCancelsForEveryPresenter() {
        assertThat(told(placed, with(talk("Bells", 2, false))))
                .containsExactly("Ada: CANCELLED 1 Bells", "Bob: CANCELLED 1 Bells");
    }

    @Test
    void whoComesIsScheduledWhoGoesIsRemovedAndWhoStaysHearsOfIt() {
        var eve = person("Eve");

        assertThat(told(
                        placed,
                        audience(PARIS, List.of(talk("Bells", 2, true, ADA, eve), session(ADA)), ADA, BOB, eve)))
                .containsExactly("Ada: CHANGED 1 Bells", "Eve: SCHEDULED 1 Bells", "Bob: REMOVED 1 Bells");
    }

    @Test
    void whoIsErasedIsToldNothingAndTheOthersHearOfIt() {
        assertThat(told(placed, audience(PARIS, List.of(talk("Bells", 2, true, ADA), session(ADA)), ADA)))
                .containsExactly("Ada: CHANGED 1 Bells");
    }

    @Test
    void aNewAddressIsToldAllThatThePersonAppearsIn() {
        var moved = new Person(ADA.id(), "Ada", "ada@new.example", List.of());

        assertThat(told(placed, audience(PARIS, placed.appearances(), moved, BOB)))
                .containsExactly("Ada: SCHEDULED 1 Bells", "Ada: SCHEDULED Towers");
    }

    @Test
    void anAddressThatIsTakenAwayTellsNobody() {
        var unreachable = new Person(ADA.id(), "Ada", null, List.of());

        assertThat(told(placed, audience(PARIS, placed.appearances(), unreachable, BOB)))
                .isEmpty();
    }

    @Test
    void whoeverTakesOverAPersonWithAnotherAddressIsToldThere() {
        var one = new Person(BOB.id(), "Bob", BOB.email(), List.of(ADA.id()));
        var before = audience(PARIS, List.of(talk("Bells", 1, true, ADA)), ADA, BOB);

        assertThat(told(before, audience(PARIS, List.of(talk("Bells", 1, true, BOB)), one)))
                .containsExactly("Bob: SCHEDULED 1 Bells");
    }

    @Test
    void whoeverTakesOverAPersonWithTheirAddressIsToldNothing() {
        var nameless = new Person(UUID.randomUUID(), "A.", null, List.of());
        var one = new Person(nameless.id(), "A.", ADA.email(), List.of(ADA.id()));
        var before = audience(PARIS, List.of(talk("Bells", 1, true, ADA)), ADA, nameless);

        assertThat(told(before, audience(PARIS, List.of(talk("Bells", 1, true, nameless)), one)))
                .isEmpty();
    }

    @Test
    void anotherTimeZoneIsToldToAllWithTheChairs() {
        var berlin = new Zone("Europe/London", 4);

        assertThat(told(placed, audience(berlin, placed.appearances(), ADA, BOB)))
                .containsExactly("Ada: CHANGED 1 Bells", "Bob: CHANGED 1 Bells", "Ada: CHANGED Towers");
        assertThat(told(placed, audience(new Zone("Europe/London", 0), placed.appearances(), ADA, BOB)))
                .isEmpty();
        assertThat(told(placed, audience(new Zone("Europe/Paris", 4), placed.appearances(), ADA, BOB)))
                .isEmpty();
    }

    @Test
    void aPlacedTalkThatLosesItsLastPresenterIsWarnedOf() {
        assertThat(placed.warnings(with(talk("Bells", 2, true))))
                .containsExactly(new Warning(
                        "no-presenter",
                        "Talk 1 (Bells) has no presenter, so nobody is told of its place",
                        List.of(1),
                        List.of("tower")));
        assertThat(placed.warnings(with(talk("Bells", 2, false)))).isEmpty();
        assertThat(with(talk("Bells", 2, true)).warnings(with(talk("Clocks", 3, true))))
                .isEmpty();
    }

    private static List<String> told(Audience before, Audience after) {
        return before.tells(after).stream()
                .map(tell -> tell.presenter().name() + ": " + tell.kind() + " "
                        + (tell.session() == null
                                ? tell.contribution().number() + " "
                                        + tell.contribution().title()
                                : tell.session().title()))
                .toList();
    }

    private Audience with(Appearance talk) {
        return audience(PARIS, List.of(talk, session(ADA)), ADA, BOB);
    }

    private static Audience audience(Zone zone, List<Appearance> appearances, Person... people) {
        Map<UUID, Person> byId = new HashMap<>();
        for (var person : people) {
            byId.put(person.id(), person);
            person.mergedIds().forEach(id -> byId.put(id, person));
        }
        return new Audience(appearances, byId, zone);
    }

    private static Appearance talk(String title, long announced, boolean isOn, Person... presenters) {
        return new Appearance(
                TALK, new ContributionName(1, title), null, "tower", isOn, announced, List.of(title), ids(presenters));
    }

    private static Appearance session(Person... chairs) {
        return new Appearance(
                SESSION, null, new SessionName(SESSION, "Towers"), "tower", true, 0, List.of(), ids(chairs));
    }

    private static List<UUID> ids(Person... people) {
        var ids = new ArrayList<UUID>();
        for (var person : people) {
            ids.add(person.id());
        }
        return ids;
    }

    private static Person person(String name) {
        return new Person(UUID.randomUUID(), name, name.toLowerCase(Locale.ROOT) + "@conf.example", List.of());
    }
}
