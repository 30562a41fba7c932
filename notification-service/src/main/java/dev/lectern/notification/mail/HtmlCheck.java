package dev.lectern.notification.mail;

import dev.lectern.chassis.problem.Fault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlSanitizer;

/**
 * Finds in the HTML of a mail what programs would not show or should not be asked to: scripts, forms, and whatever comes
 * from the network, by which somebody could see who reads.
 */
final class HtmlCheck implements HtmlSanitizer.Policy {

    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr b bdi bdo blockquote body br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6"
                            + " head hr html i img ins li meta ol p pre q s small span strong style sub sup table tbody td tfoot"
                            + " th thead title tr u ul")
                    .split(" "));

    private static final Set<String> REFUSED_ATTRIBUTES =
            Set.of("background", "http-equiv", "srcset", "poster", "data", "action", "formaction", "ping");

    private static final Pattern LINK = Pattern.compile("(?i)(https?:|mailto:|tel:|#).*", Pattern.DOTALL);
    private static final Pattern REMOTE_STYLE =
            Pattern.compile("(?i)url\\s*\\(|@import|image-set\\s*\\(|src\\s*\\(|expression\\s*\\(|\\\\");
    private static final Pattern UNQUOTED = Pattern.compile("=\\s*\\{(?!\\|)");
    private static final Pattern STYLE_SHEET = Pattern.compile("(?is)<style[^>]*>(.*?)</style");

    private final String source;
    private final Set<Fault> faults = new LinkedHashSet<>();

    private HtmlCheck(String source) {
        this.source = source;
    }

    /** @param source the template that made it, in which the lines are */
    static List<Fault> faults(String html, String source) {
        var check = new HtmlCheck(source);
        if (HtmlPart.isTooLong(html)) {
            check.refuse(
                    "",
                    "With example facts it makes more than " + HtmlPart.LONGEST
                            + " bytes, of which programs show the beginning");
        }
        if (html.contains("<!--")) {
            check.refuse(
                    "<!--",
                    "HTML comments can hide what only some programs show; {! … !} is a comment that is not sent");
        }
        STYLE_SHEET.matcher(html).results().forEach(sheet -> check.style("<style", sheet.group(1)));
        HtmlSanitizer.sanitize(html, check);
        return List.copyOf(check.faults);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (!ELEMENTS.contains(element)) {
            refuse("<" + element, "The element <" + element + "> has no place in a mail");
        }
        for (var i = 0; i + 1 < attributes.size(); i += 2) {
            attribute(element, attributes.get(i).toLowerCase(Locale.ROOT), attributes.get(i + 1));
        }
    }

    private void attribute(String element, String name, String value) {
        if (name.startsWith("on") && UNQUOTED.matcher(source).find()) {
            refuse(UNQUOTED, "A value within a tag stands in quotes");
        } else if (name.startsWith("on") || REFUSED_ATTRIBUTES.contains(name)) {
            refuse(name, "The attribute " + name + " has no place in a mail");
        } else if (name.equals("src") && !value.startsWith("cid:")) {
            refuse("<" + element, "Nothing is loaded from the network: an image is the conference's {logo}");
        } else if (name.equals("href") && !LINK.matcher(value.strip()).matches()) {
            refuse("href", "A link begins with http:, https:, mailto:, tel: or #");
        } else if (name.equals("style")) {
            style("style", value);
        }
    }

    private void style(String where, String css) {
        if (REMOTE_STYLE.matcher(css).find()) {
            refuse(where, "A style loads nothing and escapes nothing: no url(), no @import, no backslash");
        }
    }

    /** At its first place in the template; in the first line where that does not name it. */
    private void refuse(String what, String detail) {
        refuse(Pattern.compile(what, Pattern.LITERAL | Pattern.CASE_INSENSITIVE), detail);
    }

    private void refuse(Pattern what, String detail) {
        var found = what.matcher(source);
        var at = found.find() ? found.start() : 0;
        faults.add(Fault.inLine(
                1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count(), detail));
    }

    @Override
    public void openDocument() {
        // Nothing is written.
    }

    @Override
    public void closeDocument() {
        // Nothing is written.
    }

    @Override
    public void closeTag(String element) {
        // It was opened.
    }

    @Override
    public void text(String text) {
        // Text is shown as it is.
    }
}
