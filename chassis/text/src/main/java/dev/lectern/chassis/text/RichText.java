package dev.lectern.chassis.text;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns a text, Markdown with formulas in TeX as its author wrote it, into HTML that can do no harm: markup in it is
 * shown, not obeyed; there are no images; links go to the web or to a mailbox and earn nothing from search engines. The
 * sanitiser has the last word.
 */
public final class RichText {

    private static final int DEEPEST_BLOCK = 50;
    private static final Parser MARKDOWN = markdown().build();
    private static final HtmlRenderer HTML = renderer(MathsRenderer::of);
    private static final HtmlRenderer PRINT = renderer(MathsRenderer::printing);
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(PlainRenderer::new)
            .build();

    /**
     * The characters that turn letters around (Unicode Standard Annex 9): a text with them could show one thing and be
     * another.
     */
    private static final Pattern BIDI_CONTROLS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private static final PolicyFactory SAFE_TEXT = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a")
            // The page's own headings end at the text's title.
            .allowElements((name, attributes) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();
    private static final PolicyFactory SAFE = SAFE_TEXT.and(new HtmlPolicyBuilder()
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
            .toFactory());
    private static final PolicyFactory SAFE_PRINT = SAFE_TEXT.and(new HtmlPolicyBuilder()
            .allowElements("span", "i", "sub", "sup")
            .allowAttributes("class")
            .matching(Pattern.compile(PrintedMaths.CLASSES))
            .onElements("span")
            .toFactory());

    private RichText() {}

    /** What reads a text. */
    static Parser.Builder markdown() {
        return Parser.builder()
                .maxOpenBlockParsers(DEEPEST_BLOCK)
                .customBlockParserFactory(new DisplayedMathsParser.Factory())
                .customInlineContentParserFactory(new MathsParser.Factory())
                .customInlineContentParserFactory(new LessThanParser.Factory())
                .postProcessor(new Links());
    }

    /** A fragment for a browser, which knows MathML. */
    public static String html(String written) {
        return render(written, HTML, SAFE);
    }

    /**
     * A fragment for a renderer that knows no more than HTML and CSS, well-formed as XML. Formulas are made of
     * {@code span}s, whose classes {@link #printedStyle} gives their looks.
     */
    public static String printed(String written) {
        return render(written, PRINT, SAFE_PRINT);
    }

    /**
     * Text without any markup, its lines ended by LF and its blocks an empty line apart. Formulas are written in the
     * letters that Unicode has for them, as far as it has any, e.g. {@code α² + √(x + 1)}.
     */
    public static String plain(String written) {
        try {
            return withoutBidiControls(PLAIN.render(MARKDOWN.parse(written))).strip();
        } catch (StackOverflowError tooDeep) {
            return withoutBidiControls(written).strip();
        }
    }

    /** A style sheet for {@link #printed}. */
    public static String printedStyle() {
        return PrintedMaths.STYLE;
    }

    /**
     * Emphasis can be nested without bound, and is rendered recursively: what is too deep for that is shown as it was
     * written.
     */
    private static String render(String written, HtmlRenderer renderer, PolicyFactory policy) {
        try {
            return safe(renderer.render(MARKDOWN.parse(written)), policy);
        } catch (StackOverflowError tooDeep) {
            return safe(renderer.render(asWritten(written)), policy);
        }
    }

    private static String safe(String html, PolicyFactory policy) {
        return policy.sanitize(withoutBidiControls(html));
    }

    private static String withoutBidiControls(String text) {
        return BIDI_CONTROLS.matcher(text).replaceAll("");
    }

    private static HtmlRenderer renderer(Function<HtmlNodeRendererContext, NodeRenderer> maths) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(maths::apply)
                .build();
    }

    private static Node asWritten(String text) {
        var document = new Document();
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }
}
