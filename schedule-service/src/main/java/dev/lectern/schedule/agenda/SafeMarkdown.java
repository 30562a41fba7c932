package dev.lectern.schedule.agenda;

import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns an abstract, Markdown as its author wrote it, into HTML that can do no harm: markup in it is shown, not obeyed; there are no images;
 * links go to the web or to a mailbox and earn nothing from search engines. The sanitiser has the last word.
 */
final class SafeMarkdown {

    private static final int DEEPEST_BLOCK = 50;
    private static final Parser MARKDOWN =
            Parser.builder().maxOpenBlockParsers(DEEPEST_BLOCK).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a")
            // The page's own headings end at the talk's title.
            .allowElements((name, attributes) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private SafeMarkdown() {}

    /** Emphasis can be nested without bound, and is rendered recursively: what is too deep for that is shown as it was written. */
    static String html(String markdown) {
        try {
            return SAFE.sanitize(HTML.render(MARKDOWN.parse(markdown)));
        } catch (StackOverflowError tooDeep) {
            return SAFE.sanitize(HTML.render(asWritten(markdown)));
        }
    }

    private static Node asWritten(String text) {
        var document = new Document();
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }
}
