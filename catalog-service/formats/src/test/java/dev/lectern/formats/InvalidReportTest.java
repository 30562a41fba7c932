package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidReportTest {
    private static final String COVER = "**Vanes**\n\nReport of Contributions\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "{\"schedule\":{}}",
                "Contribution ID: 2\n\nType: Talk\n\nTin",
                "Contribution ID: 2\n\nTin\n\nReport of Contributions\n",
                "**Vanes**\n\nReport of Contributions\n",
                "**Vanes**\n\nReport of Contributions\n\nA list of contributions that is empty.\n"
            })
    void aFileWithoutCoverOrContributionsIsNoReport(String text) {
        var refusal = refusalOf(text);

        assertThat(refusal.line()).isEqualTo(1);
        assertThat(refusal.detail()).startsWith("Not a report of contributions");
    }

    @Test
    void aNumberOccursOnce() {
        var refusal = refusalOf(
                COVER + "Contribution ID: 2\n\nTin\n\nContribution ID: 3\n\nIron\n\nContribution ID: 2\n\nZinc");

        assertThat(refusal.line()).isEqualTo(13);
        assertThat(refusal.detail()).isEqualTo("Contribution 2 is already in line 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "+1",
                "2.5",
                "two",
                "1 2",
                "02",
                "1e3",
                "9999999999",
                "99999999999999999999",
                "٣",
                "3a"
            })
    void aNumberIsAWholeNumberFromOne(String number) {
        var refusal = refusalOf(COVER + "Contribution ID: 1\n\nTin\n\nContribution ID: " + number + "\n\nIron");

        assertThat(refusal.line()).isEqualTo(9);
        assertThat(refusal.detail()).startsWith("A contribution ID is a whole number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contribution ID: 2",
                "Contribution ID: 2\n\nType: **Talk**\n\n",
                "Contribution ID: 2\n\nType: **Talk**\n\nPresenter: MADONNA\n",
                "Contribution ID: 2\n\nContribution ID: 3\n\nTin",
                "Contribution ID: 2\n\nType: **Talk**\nContribution ID: 3\n\nTin",
            })
    void aContributionDoesNotEndBeforeItsTitle(String contributions) {
        var refusal = refusalOf(COVER + contributions);

        assertThat(refusal.line()).isEqualTo(5);
        assertThat(refusal.detail()).isEqualTo("Contribution 2 ends before its title");
    }

    private static InvalidReport refusalOf(String text) {
        return catchThrowableOfType(InvalidReport.class, () -> IndicoReport.parse(text));
    }
}
