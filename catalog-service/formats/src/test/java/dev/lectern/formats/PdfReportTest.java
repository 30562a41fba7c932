package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.chassis.file.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as PDF, set as LaTeX sets them. */
class PdfReportTest {

    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final int MOST_DAMAGES_AT_ONCE = 8;

    private final long seed = Long.getLong("lectern.seed", System.nanoTime());
    private final int damages = Integer.getInteger("lectern.damages", 2_000) / 10;

    /** A page to write lines on. */
    private static final class Sheet implements AutoCloseable {

        private final PDPageContentStream content;

        Sheet(PDDocument document) throws IOException {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
        }

        Sheet write(PDFont font, float size, float left, float fromTop, String text) throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(left, PDRectangle.A4.getHeight() - fromTop);
            content.showText(text);
            content.endText();
            return this;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    private static PDDocument report() throws IOException {
        var document = new PDDocument();
        try (var cover = new Sheet(document)) {
            cover.write(BOLD, 29, 80, 75, "A conference on clocks").write(BOLD, 29, 80, 111, "and bells");
            cover.write(BOLD, 34, 80, 204, "Report of Contributions");
        }
        try (var page = new Sheet(document)) {
            page.write(
                    PLAIN, 9, 80, 31, "A conference… / Report of Contributions   Why bells are…".replace("…", "..."));
            page.write(PLAIN, 9, 80, 66, "Contribution ID: 2").write(PLAIN, 9, 400, 66, "Type: Talk");
            page.write(BOLD, 17, 120, 116, "Why bells are late, seen from below,")
                    .write(BOLD, 17, 150, 138, "and why they matter");
            page.write(
                    PLAIN,
                    10,
                    80,
                    170,
                    "Ropes are to blame, and this line goes on until no more words are found to fit into it, as bro-");
            page.write(PLAIN, 10, 80, 182, "ken ones do.").write(PLAIN, 10, 80, 194, "This is a line of its own.");
            page.write(
                    PLAIN,
                    10,
                    80,
                    760 - 40,
                    "The last paragraph of the page ends where the line does, which is at the very end of it, and");
            page.write(PLAIN, 9, 80, 760, "March 2, 2027").write(PLAIN, 9, 500, 760, "Page 2");
        }
        try (var page = new Sheet(document)) {
            page.write(PLAIN, 9, 80, 31, "A conference... / Report of Contributions");
            page.write(PLAIN, 10, 80, 66, "goes on here.");
            page.write(BOLD, 11, 80, 100, "Room needs").write(PLAIN, 10, 80, 120, "An organ.");
            page.write(BOLD, 10, 80, 150, "Presenters:");
            page.write(
                    PLAIN,
                    10,
                    140,
                    150,
                    "DUPONT, Anne (Univ. of a town with quite a long name; and its other half); SMITH, John");
            page.write(PLAIN, 10, 80, 162, "(Namur)");
            page.write(PLAIN, 9, 500, 760, "Page 3");
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        try (document) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void linesAndPagesThatWereBrokenAreJoined() throws IOException {
        var file = bytes(report());
        assertThat(Format.named("auto", file)).isEqualTo(Format.INDICO_REPORT);

        var report = ReportFile.read(Format.INDICO_REPORT, file);

        assertThat(report.title()).isEqualTo("A conference on clocks and bells");
        assertThat(report.contributions()).hasSize(1);
        var bells = report.contributions().get(0);
        assertThat(bells.number()).isEqualTo(2);
        assertThat(bells.classification().type()).isEqualTo("Talk");
        assertThat(bells.line()).isEqualTo(2);
        assertThat(bells.title()).isEqualTo("Why bells are late, seen from below, and why they matter");
        assertThat(bells.abstractText()).isEqualTo("""
                        Ropes are to blame, and this line goes on until no more words are found to fit into it, as broken ones do.
                        This is a line of its own.

                        The last paragraph of the page ends where the line does, which is at the very end of it, and goes on here.""");
        assertThat(bells.people().presenters())
                .containsExactly(
                        new ReportedPerson(
                                null, "DUPONT", "Anne", "Univ. of a town with quite a long name; and its other half"),
                        new ReportedPerson(null, "SMITH", "John", "Namur"));
    }

    @Test
    void itMayBeInAnotherLanguage() throws IOException {
        var document = new PDDocument();
        try (var cover = new Sheet(document)) {
            cover.write(BOLD, 29, 80, 75, "Uhren und Glocken").write(BOLD, 34, 80, 204, "Reporte der Beiträge");
        }
        try (var page = new Sheet(document)) {
            page.write(PLAIN, 9, 80, 31, "Uhren und Glo... / Reporte der Beiträge");
            page.write(PLAIN, 9, 80, 66, "Beitrag ID: 2").write(PLAIN, 9, 400, 66, "Typ: nicht angegeben");
            page.write(BOLD, 17, 120, 116, "Warum Glocken zu spät läuten");
            page.write(PLAIN, 9, 250, 140, "Dienstag, 2. März 2027 10:05 (1 Stunde 30 Minuten)");
            page.write(PLAIN, 10, 80, 170, "Das Seil.");
            page.write(BOLD, 11, 80, 200, "Bedarf").write(PLAIN, 10, 80, 220, "Eine Leiter.");
            page.write(BOLD, 10, 80, 250, "Vortragende(r):").write(PLAIN, 10, 160, 250, "Prof. ÅS, Liv (Köln)");
            page.write(BOLD, 10, 80, 280, "Track Klassifizierung:").write(PLAIN, 10, 190, 280, "Türme");
            page.write(PLAIN, 9, 80, 760, "2. März 2027").write(PLAIN, 9, 500, 760, "Seite 2");
        }

        var report = ReportFile.read(Format.INDICO_REPORT, bytes(document));

        assertThat(report.title()).isEqualTo("Uhren und Glocken");
        assertThat(report.notUnderstood()).isEmpty();
        var bells = report.contributions().get(0);
        assertThat(bells.title()).isEqualTo("Warum Glocken zu spät läuten");
        assertThat(bells.abstractText()).isEqualTo("Das Seil.");
        assertThat(bells.durationMinutes()).isEqualTo(90);
        assertThat(bells.classification()).isEqualTo(new Classification(null, null, "Türme", null, null, List.of()));
        assertThat(bells.customFields()).containsExactly(new CustomField("Bedarf", "Eine Leiter."));
        assertThat(bells.people().presenters()).containsExactly(new ReportedPerson("Prof.", "ÅS", "Liv", "Köln"));
    }

    @Test
    void itemsOfListsKeepTheirLinesAndPeopleGoOnOnTheNextPage() throws IOException {
        var document = new PDDocument();
        try (var cover = new Sheet(document)) {
            cover.write(BOLD, 29, 80, 75, "Bells").write(BOLD, 34, 80, 204, "Report of Contributions");
        }
        try (var page = new Sheet(document)) {
            page.write(PLAIN, 9, 80, 66, "Contribution ID: 2").write(PLAIN, 9, 400, 66, "Type: Talk");
            page.write(BOLD, 17, 120, 116, "Why bells are late");
            page.write(PLAIN, 10, 80, 170, "Three are to blame:");
            page.write(PLAIN, 10, 95, 190, "- the rope,").write(PLAIN, 10, 95, 202, "- the clock,");
            page.write(PLAIN, 10, 95, 214, "- and the wind.");
            page.write(BOLD, 10, 80, 700, "Authors:");
            page.write(
                    PLAIN,
                    10,
                    130,
                    700,
                    "DUPONT, Anne (University of a town with quite a long name; its other half); SMITH, John (the");
            page.write(PLAIN, 9, 500, 760, "Page 2");
        }
        try (var page = new Sheet(document)) {
            page.write(PLAIN, 10, 80, 66, "second one); MADONNA");
            page.write(BOLD, 10, 80, 96, "Presenter:").write(PLAIN, 10, 140, 96, "MADONNA");
            page.write(PLAIN, 9, 500, 760, "Page 3");
        }

        var bells = ReportFile.read(Format.INDICO_REPORT, bytes(document))
                .contributions()
                .get(0);

        assertThat(bells.abstractText()).isEqualTo("Three are to blame:\n\n- the rope,\n- the clock,\n- and the wind.");
        assertThat(bells.people().authors())
                .extracting(ReportedPerson::raw)
                .containsExactly(
                        "DUPONT, Anne (University of a town with quite a long name; its other half)",
                        "SMITH, John (the second one)",
                        "MADONNA");
        assertThat(bells.people().presenters()).hasSize(1);
    }

    /** It takes 2 s and 64 MB of heap by itself; here only what is out of all proportion fails. */
    @Test
    @Timeout(value = 60, unit = SECONDS)
    void threeHundredPagesAreRead() throws IOException {
        var document = new PDDocument();
        try (var cover = new Sheet(document)) {
            cover.write(BOLD, 29, 80, 75, "Bells").write(BOLD, 34, 80, 204, "Report of Contributions");
        }
        for (var number = 1; number < 300; number++) {
            try (var page = new Sheet(document)) {
                page.write(PLAIN, 9, 80, 66, "Contribution ID: " + number).write(PLAIN, 9, 400, 66, "Type: Talk");
                page.write(BOLD, 17, 120, 116, "Why bells are late");
                for (var line = 0; line < 40; line++) {
                    page.write(PLAIN, 10, 80, 150 + 12 * line, "Ropes are to blame, ".repeat(5));
                }
                page.write(BOLD, 10, 80, 660, "Presenter:").write(PLAIN, 10, 140, 660, "DUPONT, Anne (Liège)");
            }
        }

        assertThat(ReportFile.read(Format.INDICO_REPORT, bytes(document)).contributions())
                .hasSize(299);
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void pagesThatContainThemselvesAreReadOrRefused() throws IOException {
        var looping = report();
        var pages = looping.getDocumentCatalog().getPages().getCOSObject();
        pages.getCOSArray(COSName.KIDS).add(pages);
        pages.setInt(COSName.COUNT, 1_000_000);
        requireReadOrRefused(bytes(looping), 0);

        var drawing = report();
        var form = new PDFormXObject(drawing);
        form.setBBox(PDRectangle.A4);
        form.setResources(new PDResources());
        var name = form.getResources().add(form);
        try (var out = form.getStream().createOutputStream()) {
            out.write(("/" + name.getName() + " Do ").repeat(10).getBytes(US_ASCII));
        }
        drawing.getPage(1).setResources(form.getResources());
        drawing.getPage(1).setContents(form.getStream());
        requireReadOrRefused(bytes(drawing), 1);
    }

    @Test
    void moreThanFiveThousandPagesAreRefused() throws IOException {
        var document = new PDDocument();
        for (var page = 0; page <= 5_000; page++) {
            document.addPage(new PDPage());
        }
        var file = bytes(document);

        assertThatThrownBy(() -> ReportFile.read(Format.INDICO_REPORT, file))
                .hasMessage("A report has at most 5000 pages");
    }

    @Test
    void anEncryptedOneIsRefused() throws IOException {
        for (var password : List.of("", "secret")) {
            var document = report();
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            var file = bytes(document);

            assertThatThrownBy(() -> ReportFile.read(Format.INDICO_REPORT, file))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessage("The PDF is encrypted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Pages 1 0 R >>\ntrailer << /Root 1 0 R >>\n%%EOF"})
    void whatOnlyBeginsLikeOneIsRefused(String file) {
        assertThatThrownBy(() -> ReportFile.read(Format.INDICO_REPORT, file.getBytes(US_ASCII)))
                .isInstanceOf(UnreadableFile.class);
    }

    /** A small file that would be 300 MB. */
    @Test
    void aBombIsRefusedInBoundedMemory() throws IOException {
        var document = report();
        var bomb = new PDStream(document);
        try (var out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
            var blanks = " ".repeat(1_000_000).getBytes(ISO_8859_1);
            for (var i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        document.getPage(1).setContents(bomb);
        var file = bytes(document);
        assertThat(file.length).isLessThan(1_000_000);

        assertThatThrownBy(() -> ReportFile.read(Format.INDICO_REPORT, file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aDamagedOneIsReadOrRefused() throws IOException {
        var random = new Random(seed);
        var whole = bytes(report());
        for (var i = 0; i < damages; i++) {
            var file = whole.clone();
            for (var times = 1 + random.nextInt(MOST_DAMAGES_AT_ONCE); times > 0; times--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            requireReadOrRefused(file, i);
        }
    }

    private void requireReadOrRefused(byte[] file, int attempt) {
        try {
            ReportFile.read(Format.INDICO_REPORT, file);
        } catch (UnreadableFile e) {
            assertThat(e.reasons()).allSatisfy(fault -> assertThat(fault.line()).isPositive());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("lectern.seed=" + seed + " attempt=" + attempt, e);
        }
    }
}
