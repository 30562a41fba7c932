package dev.lectern.formats;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes Markdown of a text that is HTML, as FOSDEM's and Indico's abstracts are. What has no form in Markdown keeps its words. */
final class HtmlText implements NodeVisitor {

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*<(p|div|ul|ol|h[1-6]|blockquote|pre|table|span|strong|em|b|i|a|br)\\b.*>\\s*");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "blockquote",
            "pre",
            "table",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dl",
            "dt",
            "dd");
    private static final Map<String, String> MARKS =
            Map.of("strong", "**", "b", "**", "em", "*", "i", "*", "code", "`", "tt", "`");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:)[^\\s()<>]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private HtmlText() {}

    /** The text itself where it is not HTML from its beginning to its end; null for null. */
    static String markdown(String text) {
        if (text == null || !HTML.matcher(text).matches()) {
            return text;
        }
        var reader = new HtmlText();
        Jsoup.parseBodyFragment(text).body().traverse(reader);
        return reader.text
                .toString()
                .replaceAll(" +\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int nodeDepth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            open(element, element.normalName());
        }
    }

    private void open(Element element, String name) {
        depth += isList(name) ? 1 : 0;
        if (name.equals("li")) {
            text.append('\n').append("  ".repeat(Math.max(0, depth - 1))).append(bullet(element));
        } else if (BLOCKS.contains(name) && !endsWithBullet()) {
            text.append(depth > 1 ? "" : "\n\n").append(HEADING.matcher(name).matches() ? "#### " : "");
        } else if (name.equals("br")) {
            text.append("\\\n");
        } else if (name.equals("a") && leadsToTheWeb(element)) {
            text.append('[');
        } else {
            text.append(MARKS.getOrDefault(name, ""));
        }
    }

    @Override
    public void tail(Node node, int nodeDepth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
    }

    private void close(Element element, String name) {
        depth -= isList(name) ? 1 : 0;
        if (BLOCKS.contains(name) && depth == 0) {
            text.append("\n\n");
        } else if (name.equals("a") && leadsToTheWeb(element)) {
            text.append("](").append(element.attr("href").strip()).append(')');
        } else {
            text.append(MARKS.getOrDefault(name, ""));
        }
    }

    private void append(TextNode words) {
        var collapsed = BLANKS.matcher(words.getWholeText()).replaceAll(" ");
        var isAtStart = text.length() == 0 || text.charAt(text.length() - 1) == '\n' || endsWithBullet();
        text.append(isAtStart ? collapsed.stripLeading() : collapsed);
    }

    private static boolean isList(String name) {
        return name.equals("ul") || name.equals("ol");
    }

    private static String bullet(Element item) {
        var parent = item.parent();
        return parent != null && parent.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
    }

    private boolean endsWithBullet() {
        return text.length() > 1
                && text.charAt(text.length() - 1) == ' '
                && (text.charAt(text.length() - 2) == '-' || text.charAt(text.length() - 2) == '.')
                && depth > 0;
    }

    private static boolean leadsToTheWeb(Element link) {
        return WEB.matcher(link.attr("href").strip()).matches();
    }
}
