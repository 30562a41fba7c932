package dev.lectern.formats;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.select.NodeTraversor;

/**
 * Makes Markdown of a text that is HTML, as FOSDEM's and Indico's abstracts are. What has no form in Markdown keeps its
 * words. The parser is jsoup, and what writes Markdown, and knows what must be escaped where, is commonmark-java.
 */
final class HtmlText {

    /** From its beginning to its end. */
    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*<(p|div|ul|ol|h[1-6]|blockquote|pre|table|span|strong|em|b|i|a|br)\\b.*>\\s*");

    /** A line break that nobody would write in a sentence about line breaks. */
    private static final Pattern BREAK = Pattern.compile("(?i)[^\\s<]<br {0,3}/?>");

    /** A block that begins where a paragraph or a sentence has ended. */
    private static final Pattern BLOCK =
            Pattern.compile("(?i)(?:^|[\\n.:!?>])\\s{0,10}<(p|div|ul|ol|h[1-6]|blockquote|table)(?: [^<>]{0,200})?>");

    /**
     * In characters. The tree of a longer one takes more memory than an abstract is worth, and no abstract may be that
     * long.
     */
    private static final int LONGEST = 400_000;

    private static final MarkdownRenderer MARKDOWN = MarkdownRenderer.builder()
            .nodeRendererFactory(new Verbatim.Factory())
            .build();

    private HtmlText() {}

    /** The text itself where it is not HTML; null for null. */
    static String markdown(String text) {
        if (text == null || text.length() > LONGEST || !isHtml(text)) {
            return text;
        }
        var reader = new HtmlReader();
        NodeTraversor.filter(reader, Jsoup.parseBodyFragment(text).body());
        return MARKDOWN.render(reader.document()).strip();
    }

    /** From a tag to a tag, or with a break or a block that cannot be meant as words; with backticks it is Markdown. */
    private static boolean isHtml(String text) {
        return HTML.matcher(text).matches()
                || (text.indexOf('`') < 0 && (BREAK.matcher(text).find() || hasBlock(text)));
    }

    private static boolean hasBlock(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        Set<String> seen = new HashSet<>();
        var block = BLOCK.matcher(folded);
        while (block.find()) {
            if (seen.add(block.group(1)) && folded.indexOf("</" + block.group(1) + ">", block.end()) >= 0) {
                return true;
            }
        }
        return false;
    }
}
