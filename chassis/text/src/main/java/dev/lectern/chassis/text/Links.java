package dev.lectern.chassis.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Makes links of what is one without saying so: addresses of the web, DOIs (ISO 26324) and arXiv's identifiers, of the
 * schemes before and since April 2007 (https://info.arxiv.org/help/arxiv_identifier.html). No part of the pattern can
 * be tried twice at a place, so time is linear.
 */
final class Links extends AbstractVisitor implements PostProcessor {

    static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.@_-])(?:(?<url>https?://[^\\s<>\"]++)"
                    + "|(?:doi: ?)?(?<doi>10\\.[0-9]{4,9}/[^\\s<>\"]++)"
                    + "|arXiv: ?(?<arxiv>(?:[0-9]{4}\\.[0-9]{4,5}|[a-z-]{2,20}(?:\\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?)(?![\\p{L}\\p{N}]))",
            Pattern.CASE_INSENSITIVE);

    /** What follows an address in a sentence and is no part of it. */
    private static final String PUNCTUATION = ".,;:!?'\"*…”’";

    @Override
    public Node process(Node text) {
        text.accept(this);
        return text;
    }

    /** A link has no links in it. */
    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        var address = ADDRESS.matcher(literal);
        var shown = 0;
        while (address.find(shown)) {
            var end = address.end() - trailing(address.group());
            var link = new Link(destination(address, address.end() - end), null);
            link.appendChild(new Text(literal.substring(address.start(), end)));
            insert(literal.substring(shown, address.start()), text);
            text.insertBefore(link);
            shown = end;
        }
        if (shown > 0) {
            insert(literal.substring(shown), text);
            text.unlink();
        }
    }

    private static void insert(String literal, Text before) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }

    private static String destination(Matcher address, int trailing) {
        if (address.group("arxiv") != null) {
            return "https://arxiv.org/abs/" + address.group("arxiv");
        }
        var group = address.group("doi") == null ? address.group("url") : address.group("doi");
        var exact = group.substring(0, group.length() - trailing);
        return address.group("doi") == null ? exact : "https://doi.org/" + exact;
    }

    /** Closing brackets belong to an address as far as it has opened them. */
    private static int trailing(String address) {
        var open = address.chars()
                .map(c -> c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0)
                .sum();
        var end = address.length();
        while (end > 1) {
            var last = address.charAt(end - 1);
            if ((last == ')' || last == ']') && open < 0) {
                open++;
            } else if (PUNCTUATION.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return address.length() - end;
    }
}
