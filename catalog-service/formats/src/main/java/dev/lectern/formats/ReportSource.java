package dev.lectern.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The report that a PDF was made of, attached to it as its source (ISO 32000-2, 14.13: associated files), so that
 * reading it loses nothing. People see it among the attachments.
 */
public final class ReportSource {

    private static final String NAME = "report-of-contributions.md";
    private static final String TYPE = "text/markdown";
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    /** As of any file that is imported. */
    private static final int LARGEST = 10_000_000;

    private ReportSource() {}

    public static void attach(String markdown, PDDocument pdf) throws IOException {
        var bytes = markdown.getBytes(StandardCharsets.UTF_8);
        var content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        content.setSubtype(TYPE);
        content.setSize(bytes.length);
        var file = new PDComplexFileSpecification();
        file.setFile(NAME);
        file.setFileUnicode(NAME);
        file.setEmbeddedFile(content);
        file.getCOSObject().setName(RELATIONSHIP, "Source");
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(NAME, file));
        var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        var associated = new COSArray();
        associated.add(file.getCOSObject());
        pdf.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    /** @throws InvalidReport if it is larger than a file may be */
    static Optional<byte[]> in(PDDocument pdf) throws IOException {
        var names = pdf.getDocumentCatalog().getNames();
        var files = names == null || names.getEmbeddedFiles() == null
                ? null
                : names.getEmbeddedFiles().getNames();
        var file = files == null ? null : files.get(NAME);
        if (file == null || file.getEmbeddedFile() == null) {
            return Optional.empty();
        }
        try (var content = file.getEmbeddedFile().createInputStream()) {
            var bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidReport(1, "The report attached to the PDF is too large");
            }
            return Optional.of(bytes);
        }
    }
}
