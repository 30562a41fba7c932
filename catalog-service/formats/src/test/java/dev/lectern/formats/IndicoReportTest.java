package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicoReportTest {
    private static final ReportedPerson OKAFOR = new ReportedPerson("Dr", "OKAFOR", "Chidi", "Lagos (Main Campus)");

    @Test
    void aReportHasATitleAndContributions() throws IOException {
        var report = IndicoReport.parse(fixture());

        assertThat(report.title())
                .isEqualTo(
                        "The third meeting on weather vanes, gilded roosters and other things that turn in the wind");
        assertThat(report.contributions())
                .extracting(ReportedContribution::number, ReportedContribution::line, ReportedContribution::title)
                .containsExactly(
                        tuple(3, 8, "Why the rooster (nearly always) looks west"),
                        tuple(7, 21, "Copper: a metal that remembers"),
                        tuple(12, 49, "Bearings"));
    }

    @Test
    void whatAReportLeavesOutIsAbsent() throws IOException {
        var rooster = IndicoReport.parse(fixture()).contributions().get(0);

        assertThat(rooster)
                .isEqualTo(new ReportedContribution(
                        3,
                        null,
                        8,
                        "Why the rooster (nearly always) looks west",
                        """
                        We watched 40 roosters for a year.
                        (They watched us, too.)

                        The second paragraph has an *emphasised* word and a “quoted” one.""",
                        new Classification(null, null, null, null, null, List.of()),
                        null,
                        null,
                        People.presenting(List.of(new ReportedPerson(null, "LE GOFF", "Maëlle", "U. of Brest"))),
                        List.of(),
                        List.of(),
                        Placement.NONE));
    }

    @Test
    void whatAReportSaysIsKept() throws IOException {
        var copper = IndicoReport.parse(fixture()).contributions().get(1);

        assertThat(copper)
                .isEqualTo(new ReportedContribution(
                        7,
                        null,
                        21,
                        "Copper: a metal that remembers",
                        """
                        Three questions were asked:

                        - who paid,

                        - who climbed.

                        Presenter: nobody in particular, as we shall see.

                        The answer: it depends.""",
                        new Classification("WV-7", "Poster", "Past and future", "Metals", null, List.of()),
                        90,
                        null,
                        new People(
                                List.of(
                                        new ReportedPerson("Mx", "OKAFOR", "Chidi", "Lagos (Main Campus)"),
                                        new ReportedPerson("Prof.", "ÅS", "Liv", null)),
                                List.of(new ReportedPerson(null, "PÉREZ GALDÓS", "Inés", "UPV; CSIC"), OKAFOR),
                                List.of(
                                        new ReportedPerson(null, "ŽIŽEK", "Anna", null),
                                        new ReportedPerson(null, "MADONNA", null, null))),
                        List.of(),
                        List.of(),
                        Placement.NONE));
    }

    @Test
    void customFieldsAreNoPartOfTheAbstract() throws IOException {
        var report = IndicoReport.parse(fixture());

        var bearings = report.contributions().get(2);
        assertThat(bearings.abstractText()).isEmpty();
        assertThat(bearings.customFields()).containsExactly(new CustomField("Keywords", "grease, sand"));
        assertThat(report.notUnderstood()).containsExactly(new NotUnderstood(63, "Board: 14", "unknown label"));
    }

    @Test
    void customFieldsAreKeptToTheCharacterInTheirOrder() {
        var contribution = only("""
                Tin

                Text.

                **Needs**

                - a *ladder*,

                    - and rope

                ** Mood **

                Presenter: so we hear.

                Presenter: MADONNA""");

        assertThat(contribution.abstractText()).isEqualTo("Text.");
        assertThat(contribution.customFields())
                .containsExactly(
                        new CustomField("Needs", "- a *ladder*,\n\n    - and rope"),
                        new CustomField("Mood", "Presenter: so we hear."));
        assertThat(contribution.people().presenters()).hasSize(1);
    }

    @Test
    void anUnspecifiedTrackIsNone() throws IOException {
        var bearings = IndicoReport.parse(fixture()).contributions().get(2);

        assertThat(bearings.classification().track()).isNull();
        assertThat(bearings.people().authors()).hasSize(1);
    }

    @Test
    void otherLineEndsAndAByteOrderMarkChangeNothing() throws IOException {
        var expected = IndicoReport.parse(fixture());

        assertThat(IndicoReport.parse("\uFEFF" + fixture().replace("\n", "\r\n")))
                .isEqualTo(expected);
        assertThat(IndicoReport.parse(fixture().replace('\n', '\r'))).isEqualTo(expected);
    }

    @Test
    void noBreakSpacesCountAsSpacesSaveInTheText() {
        var report = IndicoReport.parse("""
                **Vanes**
                ~
                Report~of~Contributions
                ~
                Contribution~ID:~3
                ~
                Type:~**Talk**
                ~
                On~tin
                ~
                10~kg of tin.
                ~
                Presenter:~Dr~OKAFOR,~Chidi~(Lagos~(Main~Campus))
                """.replace('~', '\u00A0'));

        assertThat(report.contributions())
                .extracting(
                        it -> it.classification().type(),
                        ReportedContribution::title,
                        ReportedContribution::abstractText,
                        it -> it.people().presenters())
                .containsExactly(tuple("Talk", "On\u00A0tin", "10\u00A0kg of tin.", List.of(OKAFOR)));
    }

    @Test
    void theAbstractIsKeptToTheCharacter() {
        var contribution = only(
                "Tin\n\n\n    code, indented\n\n\n  two spaces end a line  \n\tand a tab  \n\n\nPresenter: MADONNA");

        assertThat(contribution.abstractText())
                .isEqualTo("    code, indented\n\n\n  two spaces end a line  \n\tand a tab  ");
    }

    @Test
    void aTitleMayWrap() {
        assertThat(only("Tin, and what\nbecame of it\n\nNot much.").title()).isEqualTo("Tin, and what became of it");
    }

    @Test
    void aTitleEndsAtTheDateLine() {
        var contribution = only("Tin\nMonday, 1 March 2027 11:00 (45 minutes)\n\nText.");

        assertThat(contribution.title()).isEqualTo("Tin");
        assertThat(contribution.durationMinutes()).isEqualTo(45);
    }

    @Test
    void aTitleAloneIsEnough() {
        var contribution = only("Tin: a title");

        assertThat(contribution.title()).isEqualTo("Tin: a title");
        assertThat(contribution.abstractText()).isEmpty();
        assertThat(contribution.people().presenters()).isEmpty();
    }

    @Test
    void aTitleMayLookLikeAnUnknownLabelEvenAboveALabel() {
        var report = IndicoReport.parse(report("Tin: Titled\n\nPresenter: MADONNA"));

        assertThat(report.contributions().get(0).title()).isEqualTo("Tin: Titled");
        assertThat(report.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monday, 1 March 2027 11:00 (45 minutes)       | 45",
                "Monday, 1 March 2027 11:00 (1 hour)           | 60",
                "Monday, 1 March 2027 11:00 (1 hour 1 minute)  | 61",
                "lundi 1 mars 2027 11:00 (2 hours 30 minutes)  | 150",
                "Monday, March 1, 2027 9:05 AM (5 minutes)     | 5",
                "mardi 2 mars 2027 10:05 (1 heure 30 minutes)  | 90",
                "Dienstag, 2. März 2027 10:05 (2 Stunden)      | 120",
                "martes, 2 de marzo de 2027 10:05 (20 minutos) | 20",
                "martedì 2 marzo 2027 10:05 (1 ora e 5 minuti) | 65",
                "terça-feira, 2 de março de 2027 10:05 (1 hora)| 60",
                "wtorek, 2 marca 2027 10:05 (5 godzin 2 minuty)| 302",
                "úterý 2. března 2027 10:05 (3 hodiny 1 minuta)| 181",
                "вівторок, 2 березня 2027 р. 10:05 (25 хвилин) | 25",
                "2027年3月2日星期二 上午10:05 (1小时30分钟)          | 90",
                "tiistai 2. maaliskuuta 2027 10.05 (1h 30m)    | 90",
            })
    void theDateLineGivesTheDuration(String line, int minutes) {
        var contribution = only("Tin\n\n" + line + "\n\nText.");

        assertThat(contribution.durationMinutes()).isEqualTo(minutes);
        assertThat(contribution.abstractText()).isEqualTo("Text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Monday, 1 March 2027 11:00",
                "It took long (45 minutes)",
                "In 2027 we met at 11:00 (45 minutes) and left",
                "1 March 2027 11:00 ()"
            })
    void otherLinesBelowTheTitleAreText(String line) {
        var contribution = only("Tin\n\n" + line);

        assertThat(contribution.durationMinutes()).isNull();
        assertThat(contribution.abstractText()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rapport sur les contributions|ID de Contribution|Code de contribution|Type|Non spécifié|Auteurs|Co-auteur|Orateur|Classification de Session|Classification de thématique",
                "Reporte der Beiträge|Beitrag ID|Beitragskennung|Typ|nicht angegeben|Autoren|Co-Autor|Vortragende(r)|Sitzung Einordnung|Track Klassifizierung",
                "Informe de contribuciones|ID de Contribución|Código de contribución|Tipo|sin especificar|Autores|Coautor|Presentador|Clasificación de la sesión|Clasificación de temas",
                "Report dei Contributi|ID contributo|Codice contributo|Tipo|non specificato|Autori|Coautore|Presentatore|Classifica Sessioni|Classificazione della track",
                "Relatório de Contribuições|ID da Contribuição|Código da contribuição|Tipos|não especificado|Autores|Co-autor|Apresentador|Classificação da Sessão|Classificação da Trilha",
                "Raport udziałów|ID wkładu|kod wkładu|Typ|nie określono|Autorzy|Współautor|Prezenter|Klasyfikacja sesji|Klasyfikacja toru",
                "Přehled příspěvků|ID příspěvku|Contribution code|Typ|Není specifikováno|Autoři|Spoluautor|Přednášející|Zařazení sekce|Tematická klasifikace",
                "Звіт про доповіді|Ідентифікатор подання|Код доповіді|Тип|не вказано|Автори|Співавтор|Доповідач|Тип засідання|Класифікація за напрямком",
                "报告列表|报告ID|报告编码|类型|未指定|作者|合作者|报告人|分会分类|议题分类",
                "Report of Contributions|**Beitrag ID|Contribution code|Tipo|not specified|Autores|Co-auteur|Presenter|**Тип засідання|Track Classification"
            })
    void aReportMayBeInAnyLanguageOfIndicoOrInSeveral(String words) {
        var report = IndicoReport.parse("""
                **Vanes**

                %s

                %s: 7 %s: WV-7 %s: **%s**

                Tin

                Text.

                %s: OKAFOR, Chidi; MADONNA

                %s: ÅS, Liv

                %s: ŽIŽEK, Anna

                %s: Metals

                %s: Past
                """.formatted((Object[]) words.split("\\|")));

        assertThat(report.title()).isEqualTo("Vanes");
        assertThat(report.notUnderstood()).isEmpty();
        assertThat(report.contributions())
                .extracting(
                        ReportedContribution::number,
                        ReportedContribution::title,
                        ReportedContribution::abstractText,
                        ReportedContribution::classification)
                .containsExactly(
                        tuple(7, "Tin", "Text.", new Classification("WV-7", null, "Past", "Metals", null, List.of())));
        var people = report.contributions().get(0).people();
        assertThat(people.authors()).extracting(ReportedPerson::familyName).containsExactly("OKAFOR", "MADONNA");
        assertThat(people.coAuthors()).extracting(ReportedPerson::familyName).containsExactly("ÅS");
        assertThat(people.presenters()).extracting(ReportedPerson::familyName).containsExactly("ŽIŽEK");
    }

    @Test
    void labelsMayBeInBold() {
        var contribution = only("Tin\n\n**Presenter:** MADONNA\n\n**Track Classification**: Past");

        assertThat(contribution.people().presenters()).containsExactly(new ReportedPerson(null, "MADONNA", null, null));
        assertThat(contribution.classification().track()).isEqualTo("Past");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Author", "Authors", "Author(s)", "Author(s) ", "Primary author(s)"})
    void aLabelMayBeSingularOrPlural(String label) {
        assertThat(only("Tin\n\nText.\n\n" + label + ": MADONNA").people().authors())
                .hasSize(1);
    }

    @Test
    void theHeadingMayBeOneLineAndInBold() {
        var line = "Contribution ID : **4**  Contribution code: T-4   Type : **Talk**";
        var contribution =
                IndicoReport.parse(cover() + line + "\n\nTin").contributions().get(0);

        assertThat(contribution)
                .extracting(
                        ReportedContribution::number,
                        it -> it.classification().code(),
                        it -> it.classification().type())
                .containsExactly(4, "T-4", "Talk");
        assertThat(contribution.title()).isEqualTo("Tin");
    }

    @Test
    void theCodeMayStandOnALineOfItsOwn() {
        var body = "Contribution ID: 4\n\nContribution code: T-4\n\nType: Talk\n\nTin\n";
        var contribution = IndicoReport.parse(cover() + body).contributions().get(0);

        assertThat(contribution)
                .extracting(
                        it -> it.classification().code(),
                        it -> it.classification().type(),
                        ReportedContribution::title)
                .containsExactly("T-4", "Talk", "Tin");
    }

    @Test
    void aLabelCountsOnceAndTheLastOneWins() {
        var contribution = only("Tin\n\nText.\n\nPresenter: the machine\n\nPresenter: MADONNA");

        assertThat(contribution.abstractText()).isEqualTo("Text.\n\nPresenter: the machine");
        assertThat(contribution.people().presenters()).containsExactly(new ReportedPerson(null, "MADONNA", null, null));
    }

    @Test
    void aLabelWithTextBelowItBelongsToTheAbstract() {
        var contribution = only("Tin\n\nPresenter: a word.\n\nAnd so on: it goes.\n\nTrack Classification: Metals");

        assertThat(contribution.abstractText()).isEqualTo("Presenter: a word.\n\nAnd so on: it goes.");
        assertThat(contribution.people().presenters()).isEmpty();
        assertThat(contribution.classification().track()).isEqualTo("Metals");
    }

    @Test
    void anUnknownLabelBelowOrBetweenKnownOnesIsReported() {
        var report = IndicoReport.parse(
                report(
                        "Tin\n\nText.\n\nPresenter: MADONNA\n\nFoo: bar\n\nTrack Classification: Metals\n\nSession Chair: ÅS, Liv"));

        assertThat(report.contributions().get(0).abstractText()).isEqualTo("Text.");
        assertThat(report.contributions().get(0).classification().track()).isEqualTo("Metals");
        assertThat(report.notUnderstood())
                .containsExactly(
                        new NotUnderstood(15, "Foo: bar", "unknown label"),
                        new NotUnderstood(19, "Session Chair: ÅS, Liv", "unknown label"));
    }

    @Test
    void whatLooksLikeALabelAboveTheLabelsStaysInTheAbstractAndIsReported() {
        var report = IndicoReport.parse(report("Tin\n\nText.\n\nFoo: bar\n\nPresenter: MADONNA"));

        assertThat(report.contributions().get(0).abstractText()).isEqualTo("Text.\n\nFoo: bar");
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(13, "Foo: bar", "looks like a label, kept in the abstract"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In short: bells are late.",
                "We ask one question of the builders: why",
                "- Item: one",
                "see: there",
            })
    void aSentenceWithAColonIsNoLabel(String sentence) {
        var report = IndicoReport.parse(report("Tin\n\n" + sentence + "\n\nPresenter: MADONNA"));

        assertThat(report.contributions().get(0).abstractText()).isEqualTo(sentence);
        assertThat(report.notUnderstood()).isEmpty();
    }

    @Test
    void boldWordsWithinTheAbstractStay() {
        var abstractText = "**Bold** begins.\n\nIt ends\n**with bold**\n\n**Bold**\nis the last.";

        assertThat(only("Tin\n\n" + abstractText).abstractText()).isEqualTo(abstractText);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contribution ID: 7 was last year's.",
                "Contribution ID: 7",
                "Contribution ID: 7\n\nIt was good.",
                "Contribution ID: seven",
                "Contribution ID:"
            })
    void whatLooksLikeAHeadInAnAbstractSplitsNothingAndIsReported(String lines) {
        var text = "We go on from\n\n" + lines + "\n\nand end.";
        var report = IndicoReport.parse(report("Tin\n\n" + text + "\n\nContribution ID: 8\n\nType: **Talk**\n\nIron"));

        assertThat(report.contributions())
                .extracting(ReportedContribution::number, ReportedContribution::abstractText)
                .containsExactly(tuple(2, text), tuple(8, ""));
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(
                        13,
                        lines.lines().findFirst().orElse(""),
                        "looks like the head of a contribution, kept in the text that it is in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Type: Talk", "Contribution code: B-1", "Session Classification: Metals"})
    void aLabelThatWouldStandElsewhereIsText(String line) {
        var contribution = only("Tin\n\nText.\n\n" + line + "\n\nPresenter: MADONNA");

        assertThat(contribution.abstractText()).isEqualTo("Text.\n\n" + line);
        assertThat(contribution.classification().session()).isNull();
    }

    @Test
    void aContributionIdWithinALineBeginsNoContribution() {
        assertThat(only("Tin\n\nWe extend\nlast year's Contribution ID: 7").abstractText())
                .isEqualTo("We extend\nlast year's Contribution ID: 7");
    }

    @Test
    void parenthesesThatDoNotMatchAreReported() {
        var report = IndicoReport.parse(report("Tin\n\nPresenters: OKAFOR, Chidi (Lagos; MADONNA"));

        assertThat(report.contributions().get(0).people().presenters()).hasSize(1);
        assertThat(report.notUnderstood())
                .containsExactly(
                        new NotUnderstood(11, "Presenters: OKAFOR, Chidi (Lagos; MADONNA", "parentheses do not match"));
    }

    @Test
    void textBeforeTheFirstContributionIsReportedOnce() {
        var report = IndicoReport.parse(cover() + "Contribution: 1\n\nLost\n\nContribution ID: 2\n\nTin");

        assertThat(report.contributions()).hasSize(1);
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(5, "Contribution: 1", "before the first contribution"));
    }

    @Test
    void aCoverMayLackATitle() {
        assertThat(IndicoReport.parse("Report of Contributions\n\nContribution ID: 2\n\nTin")
                        .title())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Vanes**                                               | Vanes",
                "**On vanes,/roosters/and winds**                        | On vanes, roosters and winds",
                "**A title that is cut after forty columns/ whole words** | A title that is cut after forty columns whole words",
                "**A title that is cut after forty colum/ns of it**      | A title that is cut after forty colum ns of it",
                "**A title that is cut after forty column/s of it**      | A title that is cut after forty columns of it",
            })
    void theLinesOfTheCoverAreOneTitle(String cover, String title) {
        var text = cover.replace('/', '\n') + "\n\nReport of Contributions\n\nContribution ID: 2\n\nTin";

        assertThat(IndicoReport.parse(text).title()).isEqualTo(title);
    }

    private static ReportedContribution only(String body) {
        var contributions = IndicoReport.parse(report(body)).contributions();
        assertThat(contributions).hasSize(1);
        return contributions.get(0);
    }

    /** A report with one contribution, whose title is in line 9. */
    private static String report(String body) {
        return cover() + "Contribution ID: 2\n\nType: **Talk**\n\n" + body + "\n";
    }

    private static String cover() {
        return "**Vanes**\n\nReport of Contributions\n\n";
    }

    private static String fixture() throws IOException {
        try (var file = IndicoReportTest.class.getResourceAsStream("/imports/report-of-contributions.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
