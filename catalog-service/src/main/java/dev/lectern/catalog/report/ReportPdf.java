package dev.lectern.catalog.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.RichText;
import dev.lectern.formats.ReportSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Contributions as a document to print: a cover, then each on a page of its own. The fonts in it have Latin, Greek,
 * Cyrillic, Armenian, Georgian and mathematical letters. The report as Markdown is attached to it, and is what an
 * import of the document reads.
 */
final class ReportPdf {

    private static final int MOST_CONTRIBUTIONS = 1_000;

    /** The characters of abstracts and custom fields. Ten million would take longer than anybody waits. */
    private static final int MOST_CHARACTERS = 2_500_000;

    /** Contributions that are laid out together, which takes some megabytes each. */
    private static final int PART = 20;

    private static final long PART_CHARACTERS = 60_000;

    /** It takes a processor and much memory, so one process makes one at a time. */
    private static final Semaphore TURN = new Semaphore(1);

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private ReportPdf() {}

    /** @throws Refused 503 while another one is being made, 422 where it would be too large */
    static byte[] of(Report report) {
        if (report.entries().size() > MOST_CONTRIBUTIONS || report.characters() > MOST_CHARACTERS) {
            throw CatalogRefusal.TOO_LARGE_REPORT.because("A PDF has at most " + MOST_CONTRIBUTIONS
                    + " contributions and " + MOST_CHARACTERS + " characters; the other formats have all");
        }
        if (!TURN.tryAcquire()) {
            throw CatalogRefusal.PRINTING.because("Try again in a moment").withHeader("Retry-After", "5");
        }
        try {
            return print(report);
        } finally {
            TURN.release();
        }
    }

    private static byte[] print(Report report) {
        var day = DAY.format(LocalDate.now(ZoneOffset.UTC));
        var style = style();
        try (var whole = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var part : report.parts(PART, PART_CHARACTERS)) {
                append(
                        ReportPage.of(report, part, whole.getNumberOfPages() == 0, day)
                                .render(style),
                        whole);
            }
            describe(report, whole);
            whole.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(String xhtml, PDDocument whole) throws IOException {
        var bytes = new ByteArrayOutputStream();
        builder()
                .withW3cDocument(parse(xhtml), null)
                .useInitialPageNumber(whole.getNumberOfPages() + 1)
                .toStream(bytes)
                .run();
        try (var part = Loader.loadPDF(bytes.toByteArray())) {
            new PDFMergerUtility().appendDocument(whole, part);
        }
    }

    private static void describe(Report report, PDDocument whole) throws IOException {
        whole.getDocumentInformation().setTitle(report.title());
        whole.getDocumentInformation().setProducer("Lectern");
        whole.getDocumentCatalog().setLanguage("en");
        ReportSource.attach(ReportText.markdown(report), whole);
    }

    /** Nothing is fetched, from wherever: what a text names is not looked at. */
    private static PdfRendererBuilder builder() {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useUriResolver((base, uri) -> null);
        font(builder, "DejaVu Serif", "DejaVuSerif.ttf", 400, FontStyle.NORMAL);
        font(builder, "DejaVu Serif", "DejaVuSerif-Bold.ttf", 700, FontStyle.NORMAL);
        font(builder, "DejaVu Serif", "DejaVuSerif-Italic.ttf", 400, FontStyle.ITALIC);
        font(builder, "DejaVu Serif", "DejaVuSerif-BoldItalic.ttf", 700, FontStyle.ITALIC);
        font(builder, "DejaVu Sans", "DejaVuSans.ttf", 400, FontStyle.NORMAL);
        font(builder, "DejaVu Sans Mono", "DejaVuSansMono.ttf", 400, FontStyle.NORMAL);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        builder.useFont(() -> open(FONTS + file), family, weight, style, true);
    }

    private static String style() {
        try (var css = open("/report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8) + RichText.printedStyle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return ReportPdf.class.getResourceAsStream(resource);
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("what was written is well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
