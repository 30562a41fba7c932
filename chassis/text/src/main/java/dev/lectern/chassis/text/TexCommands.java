package dev.lectern.chassis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands of TeX that take arguments, and its environments. */
final class TexCommands {

    private static final Map<String, String> SPACES = Map.of(
            ",", "0.167", ":", "0.222", ">", "0.222", ";", "0.278", "!", "-0.167", " ", "0.333", "enspace", "0.5",
            "quad", "1", "qquad", "2");

    private static final Map<String, String> ABOVE = Map.ofEntries(
            Map.entry("hat", "^"),
            Map.entry("widehat", "^"),
            Map.entry("bar", "¯"),
            Map.entry("overline", "¯"),
            Map.entry("vec", "→"),
            Map.entry("overrightarrow", "→"),
            Map.entry("overleftarrow", "←"),
            Map.entry("dot", "˙"),
            Map.entry("ddot", "¨"),
            Map.entry("tilde", "~"),
            Map.entry("widetilde", "~"),
            Map.entry("check", "ˇ"),
            Map.entry("breve", "˘"),
            Map.entry("acute", "´"),
            Map.entry("grave", "`"),
            Map.entry("mathring", "˚"),
            Map.entry("overbrace", "⏞"));

    private static final Map<String, String> BELOW = Map.of("underline", "_", "underbrace", "⏟");

    private static final List<String> BRACES = List.of("⏞", "⏟");

    /** What opens and closes a matrix; of cases nothing closes. */
    private static final Map<String, String> FENCES = Map.of(
            "matrix",
            "",
            "smallmatrix",
            "",
            "pmatrix",
            "()",
            "bmatrix",
            "[]",
            "Bmatrix",
            "{}",
            "vmatrix",
            "||",
            "Vmatrix",
            "‖‖",
            "cases",
            "{",
            "gather",
            "",
            "gathered",
            "");

    private static final List<String> ALIGNED =
            List.of("aligned", "align", "split", "eqnarray", "alignat", "flalign", "multline", "equation");

    /** They choose sizes or number lines, which is left to the page. */
    private static final List<String> IDLE = List.of(
            "displaystyle",
            "textstyle",
            "scriptstyle",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "Bigl",
            "biggl",
            "Biggl",
            "bigr",
            "Bigr",
            "biggr",
            "Biggr",
            "bigm",
            "Bigm",
            "nonumber",
            "notag",
            "limits",
            "nolimits");

    private final TexSource source;
    private final TexReader reader;

    TexCommands(TexSource source, TexReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** What is written at a brace stands at its tip. */
    static boolean isBrace(MathMl element) {
        return element.is("mover", "munder")
                && BRACES.contains(element.children().get(1).text());
    }

    /** The command's arguments are still to be read. */
    MathMl read(String command) {
        var symbol = TexSymbol.of(command);
        if (symbol != null) {
            return reader.inLetters(symbol.element());
        }
        if (SPACES.containsKey(command)) {
            return MathMl.space(SPACES.get(command));
        }
        if (ABOVE.containsKey(command)) {
            return MathMl.of("mover", reader.argument(), MathMl.leaf("mo", ABOVE.get(command)))
                    .with("accent", "true");
        }
        if (BELOW.containsKey(command)) {
            return MathMl.of("munder", reader.argument(), MathMl.leaf("mo", BELOW.get(command)));
        }
        if (IDLE.contains(command)) {
            return MathMl.of("mrow");
        }
        return MathsLetters.of(command) != null ? inLetters(command) : structure(command);
    }

    private MathMl inLetters(String command) {
        if (command.equals("bf") || command.equals("cal")) {
            reader.choose(MathsLetters.of(command), false);
            return MathMl.of("mrow");
        }
        return reader.argument(MathsLetters.of(command), false);
    }

    private MathMl structure(String command) {
        return switch (command) {
            case "frac", "dfrac", "tfrac", "cfrac" -> MathMl.of("mfrac", reader.argument(), reader.argument());
            case "binom", "dbinom", "tbinom" ->
                fenced(
                        "(",
                        MathMl.of("mfrac", reader.argument(), reader.argument()).with("linethickness", "0"),
                        ")");
            case "sqrt" -> root();
            case "left" -> stretched();
            case "begin" -> environment();
            case "substack" -> substack();
            case "not" -> negated();
            case "mathrm", "mathnormal", "operatorname", "mathop", "mathrel", "mathbin", "mathord", "ensuremath" ->
                reader.argument(null, command.equals("mathrm") || command.equals("operatorname"));
            case "mathit" -> reader.argument(null, false);
            case "rm" -> upright();
            case "text", "mbox", "hbox", "textrm", "textit", "textbf", "textsf", "textnormal" -> text();
            case "overset", "stackrel" -> over();
            case "underset" -> under();
            case "xrightarrow" -> MathMl.of("mover", MathMl.leaf("mo", "→"), reader.argument());
            case "xleftarrow" -> MathMl.of("mover", MathMl.leaf("mo", "←"), reader.argument());
            case "pmod" ->
                fenced("(", MathMl.of("mrow", MathMl.leaf("mi", "mod"), MathMl.space("0.333"), reader.argument()), ")");
            case "ket" -> fenced("|", reader.argument(), "⟩");
            case "bra" -> fenced("⟨", reader.argument(), "|");
            case "braket" -> fenced("⟨", reader.argument(), "⟩");
            default -> throw new Unreadable();
        };
    }

    private MathMl root() {
        if (!source.take("[")) {
            return MathMl.of("msqrt", reader.argument());
        }
        var degree = new StringBuilder();
        while (!source.take("]")) {
            degree.appendCodePoint(source.next());
        }
        var read = TexReader.read(degree.toString(), false).orElseThrow(Unreadable::new);
        return MathMl.of("mroot", reader.argument(), MathMl.row(read.children()));
    }

    /** {@code \left( … \middle| … \right)}: as tall as what is between. */
    private MathMl stretched() {
        var row = new ArrayList<MathMl>();
        row.add(delimiter());
        row.add(reader.row());
        while (source.take("\\middle")) {
            row.add(delimiter());
            row.add(reader.row());
        }
        source.require("\\right");
        row.add(delimiter());
        return MathMl.of("mrow", row);
    }

    private MathMl delimiter() {
        source.skipSpaces();
        var sign = source.peek() == '\\' ? delimiter(source.command()) : Character.toString(source.next());
        return MathMl.leaf("mo", sign.equals(".") ? "" : sign)
                .with("stretchy", "true")
                .with("fence", "true");
    }

    private static String delimiter(String command) {
        var symbol = TexSymbol.of(command);
        if (symbol == null) {
            throw new Unreadable();
        }
        return symbol.element().text();
    }

    private static MathMl fenced(String open, MathMl inside, String close) {
        return MathMl.of("mrow", MathMl.leaf("mo", open), inside, MathMl.leaf("mo", close));
    }

    private MathMl environment() {
        var written = source.plainArgument();
        var name = written.replace("*", "");
        if (name.equals("array") || name.equals("alignat")) {
            source.plainArgument();
        } else if (!FENCES.containsKey(name) && !ALIGNED.contains(name)) {
            throw new Unreadable();
        }
        var table = table("\\end");
        source.require("{" + written + "}");
        if (ALIGNED.contains(name)) {
            return table.with("class", "aligned");
        }
        var fences = FENCES.getOrDefault(name, "");
        return fences.isEmpty()
                ? table
                : fenced(
                        fences.substring(0, 1),
                        name.equals("cases") ? table.with("class", "cases") : table,
                        fences.substring(1));
    }

    private MathMl substack() {
        source.require("{");
        return table("}");
    }

    /** Up to its end, which is read. */
    private MathMl table(String end) {
        var rows = new ArrayList<MathMl>();
        var cells = new ArrayList<MathMl>();
        while (true) {
            cells.add(MathMl.of("mtd", reader.row()));
            if (source.take("&")) {
                continue;
            }
            rows.add(MathMl.of("mtr", cells));
            cells.clear();
            if (source.take(end)) {
                return MathMl.of("mtable", rows);
            }
            source.require("\\\\");
            skipHeight();
        }
    }

    /** {@code \\[2pt]}: how far a row is from the next. */
    private void skipHeight() {
        if (source.take("[")) {
            while (!source.take("]")) {
                source.next();
            }
        }
    }

    private MathMl negated() {
        source.skipSpaces();
        var sign = reader.argument();
        if (sign.text().isEmpty()) {
            throw new Unreadable();
        }
        return new MathMl(sign.name(), sign.attributes(), sign.text() + "\u0338", List.of());
    }

    private MathMl upright() {
        reader.choose(null, true);
        return MathMl.of("mrow");
    }

    /** Spaces at the ends of a text count. */
    private MathMl text() {
        return MathMl.leaf("mtext", source.plainArgument().replaceAll("^\\s+|\\s+$", "\u00A0"));
    }

    private MathMl over() {
        var above = reader.argument();
        return MathMl.of("mover", reader.argument(), above);
    }

    private MathMl under() {
        var below = reader.argument();
        return MathMl.of("munder", reader.argument(), below);
    }
}
