package dev.lectern.chassis.text;

import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns a text, Markdown with formulas in TeX as its author wrote it, into HTML that can do no harm: markup in it is shown, not obeyed; there are
 * no images; links go to the web or to a mailbox and earn nothing from search engines. The sanitiser has the last word.
 */
public final class RichText {

    private static final int DEEPEST_BLOCK = 50;
    private static final Parser MARKDOWN = Parser.builder()
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .customBlockParserFactory(new DisplayedMathsParser.Factory())
            .customInlineContentParserFactory(new MathsParser.Factory())
            .postProcessor(new Links())
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(MathsRenderer::new)
            .build();

    /** Those that turn letters around (Unicode Standard Annex 9): a text could show one thing and be another, and so could what is beside it. */
    private static final Pattern BIDI_CONTROLS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a")
            // The page's own headings end at the text's title.
            .allowElements((name, attributes) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener")
            .allowElements(
                    "math",
                    "mrow",
                    "mi",
                    "mn",
                    "mo",
                    "mtext",
                    "mspace",
                    "mfrac",
                    "msqrt",
                    "mroot",
                    "msub",
                    "msup",
                    "msubsup",
                    "munder",
                    "mover",
                    "munderover",
                    "mtable",
                    "mtr",
                    "mtd")
            .allowAttributes("display")
            .matching(true, "block")
            .onElements("math")
            .allowAttributes("mathvariant", "stretchy", "fence", "accent", "width", "linethickness", "class")
            .matching(Pattern.compile("normal|true|false|0|-?[0-9.]{1,5}em|aligned|cases"))
            .onElements("mi", "mo", "mover", "mspace", "mfrac", "mtable")
            .toFactory();

    private RichText() {}

    /** Emphasis can be nested without bound, and is rendered recursively: what is too deep for that is shown as it was written. */
    public static String html(String written) {
        try {
            return safe(MARKDOWN.parse(written));
        } catch (StackOverflowError tooDeep) {
            return safe(asWritten(written));
        }
    }

    private static String safe(Node text) {
        return SAFE.sanitize(BIDI_CONTROLS.matcher(HTML.render(text)).replaceAll(""));
    }

    private static Node asWritten(String text) {
        var document = new Document();
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }
}
