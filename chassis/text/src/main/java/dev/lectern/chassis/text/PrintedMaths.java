package dev.lectern.chassis.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/** Puts a formula together of boxes, for renderers that know HTML and CSS, but no MathML. */
final class PrintedMaths {

    static final String CLASSES = "maths|displayed|frac|stack|over|under|base|over line|root|table|row|cell|tall|brace";

    static final String STYLE = """
            .displayed { display: block; text-align: center; margin: 0.6em 0; }
            .frac, .stack { display: inline-block; vertical-align: middle; text-align: center; padding: 0 0.1em; }
            .frac .over, .frac .under, .stack .over, .stack .under, .stack .base { display: block; }
            .frac .over, .frac .under { font-size: 85%; }
            .stack .over, .stack .under { font-size: 70%; line-height: 1.1; }
            .line { border-bottom: 0.6pt solid black; }
            .brace { display: block; height: 2pt; border: 0.6pt solid black; border-top: none; margin: 1pt 0; }
            .root { border-top: 0.6pt solid black; padding: 0 0.1em; }
            .table { display: inline-table; vertical-align: middle; }
            .row { display: table-row; }
            .cell { display: table-cell; padding: 0 0.4em; text-align: center; }
            .tall { font-size: 190%; vertical-align: middle; font-weight: normal; }
            sub, sup { font-size: 70%; line-height: 0; }
            """;

    static final String SPACED = "+−=<>≤≥≠≈∼≃≅≡∝±∓×÷→←↔⇒⇐⇔⟶⟹⟺↦∈∉⊂⊃⊆⊇∪∩∧∨≪≫≲≳⊗⊕∣";

    /** Signs above a letter, as they are combined with it. */
    static final Map<String, String> COMBINING = Map.ofEntries(
            Map.entry("^", "\u0302"),
            Map.entry("¯", "\u0304"),
            Map.entry("→", "\u20D7"),
            Map.entry("˙", "\u0307"),
            Map.entry("¨", "\u0308"),
            Map.entry("~", "\u0303"),
            Map.entry("ˇ", "\u030C"),
            Map.entry("˘", "\u0306"),
            Map.entry("´", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("˚", "\u030A"));

    private static final int FIRST_ALPHABET = 0x1D400;

    private PrintedMaths() {}

    static void write(MathMl formula, StringBuilder out) {
        var isDisplayed = formula.attributes().containsKey("display");
        span(isDisplayed ? "displayed" : "maths", formula.children(), out);
    }

    private static void element(MathMl element, StringBuilder out) {
        var parts = element.children();
        switch (element.name()) {
            case "mi", "mn" -> letter(element, out);
            case "mo" -> operator(element, out);
            case "mspace" -> out.append(element.attributes().get("width").startsWith("-") ? "" : "\u2009");
            case "mfrac" -> fraction(element, out);
            case "msqrt" -> root(parts, out);
            case "mroot" -> {
                script("sup", parts.get(1), out);
                root(parts.subList(0, 1), out);
            }
            case "msub" -> scripts(parts.get(0), parts.get(1), null, out);
            case "msup" -> scripts(parts.get(0), null, parts.get(1), out);
            case "msubsup" -> scripts(parts.get(0), parts.get(1), parts.get(2), out);
            case "munder" -> under(parts.get(0), parts.get(1), out);
            case "mover" -> over(parts.get(0), parts.get(1), out);
            case "munderover" -> stack(parts.get(0), parts.get(1), parts.get(2), out);
            case "mtable" -> span("table", parts, out);
            case "mtr" -> span("row", parts, out);
            case "mtd" -> span("cell", parts, out);
            case "mrow" -> row(parts, out);
            default -> out.append(element.escaped());
        }
    }

    /** Brackets around what is tall are tall too. */
    private static void row(List<MathMl> parts, StringBuilder out) {
        var isTall = parts.stream().anyMatch(PrintedMaths::isTall);
        for (var part : parts) {
            if (isTall && part.is("mo") && !"false".equals(part.attributes().get("stretchy"))) {
                out.append("<span class=\"tall\">").append(part.escaped()).append("</span>");
            } else {
                element(part, out);
            }
        }
    }

    private static boolean isTall(MathMl element) {
        return element.is("mtable", "mfrac", "munder", "munderover")
                || (element.is("mrow") && element.children().stream().anyMatch(PrintedMaths::isTall));
    }

    /** Few fonts have the alphabets of formulas: their letters are those that everyone has, in bold or slanted. */
    private static void letter(MathMl letter, StringBuilder out) {
        var first = letter.text().codePointAt(0);
        if (first >= FIRST_ALPHABET) {
            var name = MathsLetters.BOLD.has(first) ? "strong" : "i";
            out.append('<').append(name).append('>');
            out.append(Normalizer.normalize(letter.text(), Normalizer.Form.NFKC));
            out.append("</").append(name).append('>');
            return;
        }
        var isSlanted = letter.text().length() == 1
                && Character.isLetter(first)
                && !letter.attributes().containsKey("mathvariant");
        out.append(isSlanted ? "<i>" + letter.escaped() + "</i>" : letter.escaped());
    }

    private static void operator(MathMl operator, StringBuilder out) {
        var isSpaced = !operator.text().isEmpty() && SPACED.contains(operator.text());
        out.append(isSpaced ? "\u2009" + operator.escaped() + "\u2009" : operator.escaped());
    }

    private static void fraction(MathMl fraction, StringBuilder out) {
        out.append("<span class=\"frac\">");
        var isBarred = !fraction.attributes().containsKey("linethickness");
        span(isBarred ? "over line" : "over", fraction.children().subList(0, 1), out);
        span("under", fraction.children().subList(1, 2), out);
        out.append("</span>");
    }

    private static void root(List<MathMl> inside, StringBuilder out) {
        out.append('√');
        span("root", inside, out);
    }

    private static void scripts(MathMl base, MathMl below, MathMl above, StringBuilder out) {
        element(base, out);
        if (below != null) {
            script("sub", below, out);
        }
        if (above != null) {
            script("sup", above, out);
        }
    }

    private static void script(String name, MathMl script, StringBuilder out) {
        out.append('<').append(name).append('>');
        element(script, out);
        out.append("</").append(name).append('>');
    }

    private static void over(MathMl base, MathMl above, StringBuilder out) {
        var sign = COMBINING.get(above.text());
        if (sign != null && base.is("mi")) {
            out.append(base.text().length() == 1 ? "<i>" + base.escaped() + sign + "</i>" : base.escaped() + sign);
        } else if (above.is("mo") && "¯⏞".contains(above.text())) {
            span("root", List.of(base), out);
        } else {
            stack(base, null, above, out);
        }
    }

    private static void under(MathMl base, MathMl below, StringBuilder out) {
        if (below.is("mo") && below.text().equals("_")) {
            span("over line", List.of(base), out);
        } else if (below.is("mo") && below.text().equals("⏟")) {
            out.append("<span class=\"stack\">");
            span("base", List.of(base), out);
            out.append("<span class=\"brace\"></span></span>");
        } else {
            stack(base, below, null, out);
        }
    }

    private static void stack(MathMl base, MathMl below, MathMl above, StringBuilder out) {
        out.append("<span class=\"stack\">");
        if (above != null) {
            span("over", List.of(above), out);
        }
        span("base", List.of(base), out);
        if (below != null) {
            span("under", List.of(below), out);
        }
        out.append("</span>");
    }

    private static void span(String name, List<MathMl> parts, StringBuilder out) {
        out.append("<span class=\"").append(name).append("\">");
        row(parts, out);
        out.append("</span>");
    }
}
