package dev.lectern.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Goes once through HTML and builds the tree of the Markdown that says the same. Blocks nest a few times, marks of
 * emphasis never in their own kind.
 */
final class HtmlReader implements NodeFilter {

    private static final int DEEPEST = 10;
    private static final int LEVEL = 4;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "table",
            "tr",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:)[^\\s<>]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FORMULA = Pattern.compile(
            "\\$\\$[^$]{1,2000}\\$\\$|\\$(?!\\s)[^$]{1,500}(?<!\\s)\\$|\\\\\\([^\\\\]{1,9}(?:[^\\\\]|\\\\[^)]){0,500}\\\\\\)");

    private record Open(Element element, org.commonmark.node.Node node) {}

    private final Document document = new Document();
    private final Deque<Open> containers = new ArrayDeque<>();
    private final List<Element> marks = new ArrayList<>();
    private final List<Open> path = new ArrayList<>();
    private Block paragraph;
    private boolean isHeading;
    private boolean hasSpace;

    Document document() {
        return document;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            read(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
        } else if (node instanceof Element element) {
            return open(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element, String name) {
        if (BLOCKS.contains(name)) {
            endParagraph();
            isHeading = HEADING.matcher(name).matches();
            openContainer(element, name);
            return FilterResult.CONTINUE;
        }
        switch (name) {
            case "pre" -> addCode(element);
            case "code", "tt" ->
                write(new Code(
                        BLANKS.matcher(element.wholeText()).replaceAll(" ").strip()));
            case "hr" -> {
                endParagraph();
                container().appendChild(new ThematicBreak());
            }
            case "br" -> breakLine();
            case "img" -> read(" " + element.attr("alt") + " ");
            case "td", "th" -> separateCells();
            default -> mark(element, name);
        }
        return name.equals("pre") || name.equals("code") || name.equals("tt")
                ? FilterResult.SKIP_CHILDREN
                : FilterResult.CONTINUE;
    }

    private void openContainer(Element element, String name) {
        var isInList = container() instanceof ListBlock;
        if (containers.size() >= DEEPEST) {
            return;
        }
        if (name.equals("li") && isInList) {
            push(element, new ListItem());
        } else if (!isInList && name.equals("ul")) {
            var list = new BulletList();
            list.setMarker("-");
            push(element, list);
        } else if (!isInList && name.equals("ol")) {
            push(element, numbered(element));
        } else if (!isInList && name.equals("blockquote")) {
            push(element, new BlockQuote());
        }
    }

    private static OrderedList numbered(Element element) {
        var list = new OrderedList();
        var start = element.attr("start");
        list.setMarkerStartNumber(start.matches("[0-9]{1,8}") ? Integer.parseInt(start) : 1);
        list.setMarkerDelimiter(".");
        return list;
    }

    private void push(Element element, Block block) {
        if (block instanceof ListBlock list) {
            list.setTight(true);
        }
        container().appendChild(block);
        containers.push(new Open(element, block));
    }

    private org.commonmark.node.Node container() {
        return containers.isEmpty() ? document : containers.peek().node();
    }

    private void addCode(Element pre) {
        endParagraph();
        var code = new FencedCodeBlock();
        code.setFenceCharacter("`");
        code.setLiteral(pre.wholeText().stripTrailing() + "\n");
        inBlock().appendChild(code);
    }

    /** What may have text in it: a list has only items. */
    private org.commonmark.node.Node inBlock() {
        if (container() instanceof ListBlock list) {
            var item = list.getLastChild() == null ? new ListItem() : list.getLastChild();
            list.appendChild(item);
            return item;
        }
        return container();
    }

    private void breakLine() {
        if (paragraph != null) {
            hasSpace = false;
            write(new Verbatim("\\"));
            write(new SoftLineBreak());
        }
    }

    private void separateCells() {
        if (paragraph != null) {
            hasSpace = true;
            write(new Text("|"));
            hasSpace = true;
        }
    }

    private void mark(Element element, String name) {
        var isMark = Set.of("strong", "b", "em", "i").contains(name)
                || (name.equals("a")
                        && WEB.matcher(element.attr("href").strip()).matches());
        if (isMark && marks.stream().noneMatch(open -> kind(open).equals(kind(element)))) {
            marks.add(element);
        }
    }

    private static Class<?> kind(Element mark) {
        return node(mark).getClass();
    }

    private static org.commonmark.node.Node node(Element mark) {
        return switch (mark.normalName()) {
            case "strong", "b" -> new StrongEmphasis("**");
            case "em", "i" -> new Emphasis("*");
            default -> new Link(mark.attr("href").strip(), null);
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            marks.remove(element);
            if (BLOCKS.contains(element.normalName())) {
                endParagraph();
                isHeading = false;
            }
            if (!containers.isEmpty() && containers.peek().element().equals(element)) {
                close(containers.pop().node());
            }
        }
        return FilterResult.CONTINUE;
    }

    /** A list with several paragraphs in an item has blank lines between its items. */
    private static void close(org.commonmark.node.Node node) {
        if (node instanceof ListItem item && item.getParent() instanceof ListBlock list) {
            var second =
                    item.getFirstChild() == null ? null : item.getFirstChild().getNext();
            list.setTight(list.isTight() && (second == null || second instanceof ListBlock));
        }
    }

    /** Spaces are written where the next word is, since none may be at the edge of a mark. */
    private void read(String words) {
        hasSpace |= paragraph != null && words.startsWith(" ");
        if (words.isBlank()) {
            return;
        }
        var text = words.strip();
        var formula = FORMULA.matcher(text);
        var from = 0;
        while (formula.find()) {
            addText(text.substring(from, formula.start()));
            write(new Verbatim(formula.group()));
            from = formula.end();
        }
        addText(text.substring(from));
        hasSpace = words.endsWith(" ");
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            write(new Text(text));
        }
    }

    private void write(org.commonmark.node.Node inline) {
        if (paragraph == null) {
            paragraph = isHeading ? heading() : new Paragraph();
            inBlock().appendChild(paragraph);
        }
        var common = 0;
        while (common < Math.min(path.size(), marks.size())
                && path.get(common).element().equals(marks.get(common))) {
            common++;
        }
        path.subList(common, path.size()).clear();
        if (hasSpace) {
            tip().appendChild(new Text(" "));
            hasSpace = false;
        }
        for (var mark : marks.subList(common, marks.size())) {
            var node = node(mark);
            tip().appendChild(node);
            path.add(new Open(mark, node));
        }
        tip().appendChild(inline);
    }

    private static Heading heading() {
        var heading = new Heading();
        heading.setLevel(LEVEL);
        return heading;
    }

    private org.commonmark.node.Node tip() {
        return path.isEmpty() ? paragraph : path.get(path.size() - 1).node();
    }

    private void endParagraph() {
        paragraph = null;
        path.clear();
        hasSpace = false;
    }
}
