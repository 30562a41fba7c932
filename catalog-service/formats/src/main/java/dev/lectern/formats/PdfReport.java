package dev.lectern.formats;

import dev.lectern.chassis.file.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads a report of contributions that LaTeX has set: the words of its pages, back in lines as the report's text has
 * them. The lines count pages, since that is where people look. Takes bounded memory and time, whatever the file is.
 */
final class PdfReport extends PDFTextStripper {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_MEMORY = 200_000_000;
    private static final int MOST_PAGES = 5_000;
    /** Several times those of the largest reports; each is an object of a hundred bytes. */
    private static final int MOST_WORDS = 1_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private final List<PdfPage> pages = new ArrayList<>();
    private int words;

    private PdfReport() {
        setSortByPosition(true);
    }

    static boolean isPdf(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** @throws InvalidReport if it cannot be read as a PDF, is encrypted, or takes more than is sane */
    static List<ReportLine> lines(byte[] file) {
        var cache = MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache;
        try (var document = Loader.loadPDF(new RandomAccessReadBuffer(file), "", null, null, cache)) {
            if (document.isEncrypted()) {
                throw new InvalidReport(1, "The PDF is encrypted");
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new InvalidReport(1, "A report has at most " + MOST_PAGES + " pages");
            }
            var source = ReportSource.in(document);
            return source.isPresent() ? IndicoReport.lines(TextFile.read(source.get())) : read(document);
        } catch (InvalidPasswordException e) {
            throw new InvalidReport(1, "The PDF is encrypted");
        } catch (InvalidReport e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A damaged PDF makes the library fail in any way.
            throw new InvalidReport(1, "This cannot be read as a PDF");
        }
    }

    private static List<ReportLine> read(PDDocument document) throws IOException {
        var reader = new PdfReport();
        reader.getText(document);
        return new PdfLines(reader.pages).read();
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        pages.add(new PdfPage(page.getCropBox().getHeight(), new ArrayList<>()));
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        requireTime();
        super.processOperator(operator, operands);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        requireTime();
        if (++words > MOST_WORDS) {
            throw new InvalidReport(getCurrentPageNo(), "A report has at most " + MOST_WORDS + " words");
        }
        var word = PdfWord.of(text, positions);
        if (!word.text().isBlank()) {
            pages.get(pages.size() - 1).words().add(word);
        }
    }

    private void requireTime() {
        if (System.nanoTime() > deadline) {
            throw new InvalidReport(getCurrentPageNo(), "Reading it takes longer than " + LONGEST.toSeconds() + " s");
        }
    }
}
