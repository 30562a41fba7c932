package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportedPersonTest {
    @Test
    void aPersonHasFamilyNameGivenNamesAndAffiliation() {
        assertThat(ReportedPerson.parse("LE GOFF, Maëlle (U. of Brest)"))
                .isEqualTo(new ReportedPerson(null, "LE GOFF", "Maëlle", "U. of Brest"));
    }

    @Test
    void aPersonIsAlsoKeptAsWritten() {
        assertThat(ReportedPerson.parseList("Prof.  ÅS,Liv ( Oslo ); MADONNA"))
                .extracting(ReportedPerson::raw)
                .containsExactly("Prof.  ÅS,Liv ( Oslo )", "MADONNA");
    }

    @Test
    void anHonorificIsNoPartOfTheName() {
        assertThat(ReportedPerson.parse("Prof. ÅS, Liv")).isEqualTo(new ReportedPerson("Prof.", "ÅS", "Liv", null));
        assertThat(ReportedPerson.parse("Ms ÅS")).isEqualTo(new ReportedPerson("Ms", "ÅS", null, null));
    }

    @Test
    void aNameThatIsOnlyAnHonorificIsAName() {
        assertThat(ReportedPerson.parse("Dr")).isEqualTo(new ReportedPerson(null, "Dr", null, null));
        assertThat(ReportedPerson.parse("DRAKE, Ada")).isEqualTo(new ReportedPerson(null, "DRAKE", "Ada", null));
    }

    @Test
    void onePersonMayHaveASingleName() {
        assertThat(ReportedPerson.parse("MADONNA")).isEqualTo(new ReportedPerson(null, "MADONNA", null, null));
    }

    @Test
    void onlyTheLastOuterParenthesesAreTheAffiliation() {
        assertThat(ReportedPerson.parse("OKAFOR, Chidi (Chi) (Lagos (Main Campus))"))
                .isEqualTo(new ReportedPerson(null, "OKAFOR", "Chidi (Chi)", "Lagos (Main Campus)"));
    }

    @Test
    void emptyPartsAreAbsent() {
        assertThat(ReportedPerson.parse("OKAFOR,  ()"))
                .isEqualTo(new ReportedPerson(null, null, "OKAFOR", null, null, null, "OKAFOR,  ()"));
    }

    @Test
    void aTextWithoutAFamilyNameIsKeptWhole() {
        assertThat(ReportedPerson.parse(" (Oslo)")).isEqualTo(new ReportedPerson(null, "(Oslo)", null, null));
        assertThat(ReportedPerson.parse(", Liv (Oslo)"))
                .isEqualTo(new ReportedPerson(null, ", Liv (Oslo)", null, null));
    }

    @Test
    void semicolonsJoinPeopleAndAffiliations() {
        assertThat(ReportedPerson.parseList("PÉREZ, Inés (UPV; CSIC (Sede; Central)); MADONNA; ÅS, Liv"))
                .containsExactly(
                        new ReportedPerson(null, "PÉREZ", "Inés", "UPV; CSIC (Sede; Central)"),
                        new ReportedPerson(null, "MADONNA", null, null),
                        new ReportedPerson(null, "ÅS", "Liv", null));
    }

    @Test
    void nobodyStandsBetweenTwoSemicolons() {
        assertThat(ReportedPerson.parseList(" ; MADONNA;; ")).hasSize(1);
    }

    @Test
    void aStrayParenthesisDoesNotHideThePeopleBehindIt() {
        assertThat(ReportedPerson.parseList("OKAFOR, Chidi); MADONNA (a; b)"))
                .containsExactly(
                        new ReportedPerson(null, "OKAFOR", "Chidi)", null),
                        new ReportedPerson(null, "MADONNA", null, "a; b"));
    }
}
