package dev.lectern.formats;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/**
 * A word on a page; in points, from the page's upper left corner.
 *
 * @param y of its base line
 */
record PdfWord(String text, float left, float right, float y, float size, boolean isBold, boolean isMaths) {

    /** Bold by name, as fonts of LaTeX are: Libertine's end in B, Z or BI. */
    static final Pattern BOLD = Pattern.compile("(?i)bold|black|CMBX|(Libertine|Biolinum)O?[BZ]");

    private static final Pattern MATHS = Pattern.compile("CMEX");

    static PdfWord of(String text, List<TextPosition> positions) {
        var first = positions.get(0);
        var last = positions.get(positions.size() - 1);
        var font = first.getFont().getName();
        var name = font == null ? "" : font;
        return new PdfWord(
                // Ligatures are letters again.
                Normalizer.normalize(JsonFile.storable(text), Normalizer.Form.NFKC)
                        .strip(),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                first.getFontSizeInPt(),
                BOLD.matcher(name).find(),
                MATHS.matcher(name).find());
    }
}
