package dev.lectern.formats;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten million characters, the limit of an import, or 400,000 lines each time. What is not linear does not end within
 * the time given.
 */
@Timeout(value = 60, unit = SECONDS)
class HostileReportTest {
    private static final int LIMIT = 10_000_000;
    private static final String HEAD =
            "**Vanes**\n\nReport of Contributions\n\nContribution ID: 2\n\nType: **Talk**\n\nTin\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                " ",
                "*",
                "**",
                "(",
                ":",
                "A ",
                "\n",
                "\n\n ",
                "a\n",
                "Foo: bar\n",
                "Presenter: \n",
                "**a**\n\n",
                "2027 1:00 (",
                "\u00A0\u202F"
            })
    void anAbstractOfAnyShapeIsReadInTime(String shape) {
        var report = IndicoReport.parse(HEAD + "Text.\n\n" + toTheLimit(shape));

        assertThat(report.contributions().size()).isOne();
        assertThat(report.contributions().get(0).abstractText()).startsWith("Text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "()", "(a, b)", ","})
    void aListOfPeopleOfAnyShapeIsReadInTime(String shape) {
        var report = IndicoReport.parse(HEAD + "Presenters: X" + toTheLimit(shape));

        assertThat(report.contributions().get(0).people().presenters()).isNotEmpty();
        assertThat(report.notUnderstood()).allMatch(it -> it.text().length() <= 201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contribution ID: 5\n",
                "Contribution ID: x ",
                "Contribution ID: 5 Contribution code: Type: ",
                "Report of Contributions\n",
                "**\n"
            })
    void whatIsNoReportIsRefusedInTime(String shape) {
        var refusal = catchThrowableOfType(InvalidReport.class, () -> IndicoReport.parse(toTheLimit(shape)));

        assertThat(refusal).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027 1:00 2027 1:00 (1 hour 2027 1:00 2027 1:00 (1 hour 2027 1:00 (1 minute) 2027 1:00 (1 hour\n",
                "2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 2027 1:00 (\n",
                "x\n"
            })
    void aTitleOfAnyShapeIsReadInTime(String shape) {
        var title = IndicoReport.parse(HEAD.stripTrailing() + "\n" + toTheLimit(shape))
                .contributions()
                .get(0)
                .title();

        assertThat(title).startsWith("Tin " + shape.strip());
    }

    @Test
    void fortyThousandContributionsAreReadInTime() {
        var report = IntStream.rangeClosed(1, 40_000)
                .mapToObj(number ->
                        "Contribution ID: " + number + "\n\nType: **Talk**\n\nTin\n\nText.\n\nPresenter: MADONNA\n\n")
                .collect(joining("", "Report of Contributions\n\n", ""));

        assertThat(IndicoReport.parse(report).contributions().size()).isEqualTo(40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " ", "cover ", "cover\n"})
    void aCoverOfAnyShapeIsReadInTime(String shape) {
        var report = IndicoReport.parse(toTheLimit(shape) + "\n\nReport of Contributions\nContribution ID: 2\n\nTin");

        assertThat(report.contributions().size()).isOne();
    }

    @Test
    void parenthesesMayNestDeeply() {
        var depth = 1_000_000;
        var person = IndicoReport.parse(HEAD + "Presenter: ÅS, Liv " + "(".repeat(depth) + "a; b" + ")".repeat(depth))
                .contributions()
                .get(0)
                .people()
                .presenters()
                .get(0);

        assertThat(person.familyName()).isEqualTo("ÅS");
        assertThat(person.givenNames()).isEqualTo("Liv");
        assertThat(person.affiliation()).hasSize(2 * depth + 2);
    }

    @Test
    void aFileOfLineEndsIsRefused() {
        var refusal = catchThrowableOfType(InvalidReport.class, () -> IndicoReport.parse(HEAD + "\n".repeat(LIMIT)));

        assertThat(refusal.line()).isEqualTo(500_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;", "(;", "a, (b; "})
    void aFileOfPeopleIsRefused(String shape) {
        var refusal = catchThrowableOfType(
                InvalidReport.class, () -> IndicoReport.parse(HEAD + "Presenters: " + toTheLimit(shape)));

        assertThat(refusal.detail()).contains("500000 people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;", "(;", "a, (b; ", "a, b (c); "})
    void aHugeListOfPeopleIsReadInTime(String shape) {
        var report = IndicoReport.parse(HEAD + "Presenters: " + shape.repeat(400_000));

        assertThat(report.contributions().get(0).people().presenters()).isNotEmpty();
    }

    private static String toTheLimit(String shape) {
        var lineEnds = Math.toIntExact(shape.chars().filter(c -> c == '\n').count());
        return shape.repeat(Math.min(LIMIT / shape.length(), lineEnds == 0 ? LIMIT : 400_000 / lineEnds));
    }
}
