package dev.lectern.chassis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of TeX that formulas in abstracts are written in. There are no definitions, so there is nothing that
 * expands; time is linear in the length of the formula, which is bounded, as is the depth of what is in one another.
 * Whatever is not known leaves the whole formula unread.
 */
final class TexReader {

    /** What fits on some lines. */
    private static final int LONGEST = 2_000;

    /** Far beyond what anybody can read. */
    private static final int DEEPEST = 40;

    private static final String OPERATORS = "+-=<>*/,;:!?|()[].";

    private final TexSource source;
    private final TexCommands commands;
    private final boolean isDisplayed;
    private MathsLetters letters;
    private boolean isUpright;
    private int depth;

    private TexReader(String tex, boolean isDisplayed) {
        this.source = new TexSource(tex);
        this.commands = new TexCommands(source, this);
        this.isDisplayed = isDisplayed;
    }

    /** @param isDisplayed on a line of its own */
    static Optional<MathMl> read(String tex, boolean isDisplayed) {
        if (tex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var reader = new TexReader(tex, isDisplayed);
            var row = reader.row();
            if (!reader.source.isAtEnd()) {
                throw new Unreadable();
            }
            var math = MathMl.of("math", row);
            return Optional.of(isDisplayed ? math.with("display", "block") : math);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Up to what ends a group, a cell or the formula. */
    MathMl row() {
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        var uprightBefore = isUpright;
        var lettersBefore = letters;
        var row = new ArrayList<MathMl>();
        for (source.skipSpaces(); !isAtEndOfRow(); source.skipSpaces()) {
            if (source.peekCommand().equals("over")) {
                source.command();
                var above = MathMl.row(List.copyOf(row));
                row.clear();
                row.add(MathMl.of("mfrac", above, row()));
            } else {
                addScripted(row);
            }
        }
        depth--;
        letters = lettersBefore;
        isUpright = uprightBefore;
        return MathMl.row(row);
    }

    private boolean isAtEndOfRow() {
        return source.isAtEnd()
                || source.peek() == '}'
                || source.peek() == '&'
                || List.of("\\", "right", "middle", "end").contains(source.peekCommand());
    }

    private void addScripted(List<MathMl> row) {
        var symbol = TexSymbol.of(source.peekCommand());
        var isName = symbol != null && symbol.isName();
        if (isName && !row.isEmpty() && !row.get(row.size() - 1).is("mo", "mspace")) {
            row.add(MathMl.space("0.167"));
        }
        var hasLimits = symbol != null && symbol.hasLimits() && isDisplayed;
        var base = source.peek() == '^' || source.peek() == '_' ? MathMl.of("mrow") : atom();
        row.add(scripted(base, hasLimits || TexCommands.isBrace(base)));
        source.skipSpaces();
        if (source.peek() == '^' || source.peek() == '_') {
            throw new Unreadable();
        }
        if (isName && !isAtEndOfRow() && OPERATORS.indexOf(source.peek()) < 0) {
            row.add(MathMl.space("0.167"));
        }
    }

    private MathMl scripted(MathMl base, boolean limitsByNature) {
        var hasLimits = limitsByNature;
        MathMl below = null;
        var above = new ArrayList<MathMl>();
        for (var more = true; more; ) {
            source.skipSpaces();
            if (source.take("\\limits") || source.take("\\nolimits")) {
                hasLimits = isDisplayed;
            } else if (source.take("'")) {
                above.add(MathMl.operator("′"));
            } else if (source.peek() == '^'
                    && above.stream().allMatch(it -> it.text().equals("′"))) {
                source.next();
                above.add(argument());
            } else if (source.peek() == '_' && below == null) {
                source.next();
                below = argument();
            } else {
                more = false;
            }
        }
        return scripted(base, below, above.isEmpty() ? null : MathMl.row(above), hasLimits);
    }

    private static MathMl scripted(MathMl base, MathMl below, MathMl above, boolean hasLimits) {
        if (below == null && above == null) {
            return base;
        }
        if (below == null) {
            return MathMl.of(hasLimits ? "mover" : "msup", base, above);
        }
        return above == null
                ? MathMl.of(hasLimits ? "munder" : "msub", base, below)
                : MathMl.of(hasLimits ? "munderover" : "msubsup", base, below, above);
    }

    /** What a command or a script takes: a group, else a single sign. */
    MathMl argument() {
        source.skipSpaces();
        if (Character.isDigit(source.peek())) {
            return MathMl.leaf("mn", letter(source.next()));
        }
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        var argument = atom();
        depth--;
        return argument;
    }

    /** An argument in other letters than those around it. */
    MathMl argument(MathsLetters other, boolean upright) {
        var before = letters;
        var uprightBefore = isUpright;
        choose(other, upright);
        var argument = argument();
        choose(before, uprightBefore);
        return argument;
    }

    /** From here to the end of the group. */
    void choose(MathsLetters other, boolean upright) {
        letters = other;
        isUpright = upright;
    }

    private MathMl atom() {
        var next = source.peek();
        if (next == '{') {
            source.next();
            var group = row();
            source.require("}");
            return group;
        }
        if (next == '\\') {
            return commands.read(source.command());
        }
        if (Character.isDigit(next)) {
            return number();
        }
        return Character.isLetter(next) ? identifier() : sign(source.next());
    }

    private MathMl number() {
        var number = new StringBuilder();
        while (Character.isDigit(source.peek()) || source.peek() == '.') {
            number.append(letter(source.next()));
        }
        return MathMl.leaf("mn", number.toString());
    }

    /** Upright letters that stand together are a word. */
    private MathMl identifier() {
        var name = new StringBuilder(letter(source.next()));
        while (isUpright && Character.isLetter(source.peek())) {
            name.append(letter(source.next()));
        }
        var identifier = MathMl.leaf("mi", name.toString());
        return isUpright && name.length() == 1 ? identifier.with("mathvariant", "normal") : identifier;
    }

    /** Greek letters have those alphabets too. */
    MathMl inLetters(MathMl symbol) {
        return letters != null && symbol.is("mi") && symbol.text().length() == 1
                ? MathMl.leaf("mi", letter(symbol.text().charAt(0)))
                : symbol;
    }

    private String letter(int letter) {
        return letters == null ? Character.toString(letter) : letters.of(letter);
    }

    private static MathMl sign(int sign) {
        return switch (sign) {
            case '-' -> MathMl.operator("−");
            case '*' -> MathMl.operator("∗");
            case '~' -> MathMl.space("0.333");
            // A comment, a definition's argument, the end of the formula: all of them TeX that would have to be obeyed.
            case '%', '#', '$', '}', '&', '^', '_' -> throw new Unreadable();
            default -> MathMl.operator(Character.toString(sign));
        };
    }
}
