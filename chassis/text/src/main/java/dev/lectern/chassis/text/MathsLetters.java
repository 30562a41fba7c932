package dev.lectern.chassis.text;

import java.util.Map;

/**
 * Alphabets of formulas that have letters of their own in Unicode (chapter 22.2, "Mathematical Alphanumeric Symbols").
 */
enum MathsLetters {
    BOLD(0x1D400, 0x1D7CE, 0x1D6A8, ""),
    SCRIPT(0x1D49C, 0, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
    FRAKTUR(0x1D504, 0, 0, "CℭHℌIℑRℜZℨ"),
    DOUBLE_STRUCK(0x1D538, 0x1D7D8, 0, "CℂHℍNℕPℙQℚRℝZℤ"),
    SANS_SERIF(0x1D5A0, 0x1D7E2, 0, ""),
    MONOSPACE(0x1D670, 0x1D7F6, 0, "");

    private static final Map<String, MathsLetters> COMMANDS = Map.ofEntries(
            Map.entry("mathbf", BOLD),
            Map.entry("boldsymbol", BOLD),
            Map.entry("bm", BOLD),
            Map.entry("bf", BOLD),
            Map.entry("mathcal", SCRIPT),
            Map.entry("mathscr", SCRIPT),
            Map.entry("cal", SCRIPT),
            Map.entry("mathfrak", FRAKTUR),
            Map.entry("mathbb", DOUBLE_STRUCK),
            Map.entry("mathsf", SANS_SERIF),
            Map.entry("mathtt", MONOSPACE));

    private final int latin;
    private final int digits;
    private final int greek;
    private final String exceptions;

    MathsLetters(int latin, int digits, int greek, String exceptions) {
        this.latin = latin;
        this.digits = digits;
        this.greek = greek;
        this.exceptions = exceptions;
    }

    /** Null for a command that chooses none. */
    static MathsLetters of(String command) {
        return COMMANDS.get(command);
    }

    /** Whether this is one of its letters, digits or Greek letters. */
    boolean has(int letter) {
        return (letter >= latin && letter < latin + 52)
                || (digits > 0 && letter >= digits && letter < digits + 10)
                || (greek > 0 && letter >= greek && letter < greek + 58);
    }

    /** What it has no letter for stays as it is. */
    String of(int letter) {
        var exception = exceptions.indexOf(letter);
        if (exception >= 0) {
            return exceptions.substring(exception + 1, exception + 2);
        }
        if (letter >= 'A' && letter <= 'Z') {
            return Character.toString(latin + letter - 'A');
        }
        if (letter >= 'a' && letter <= 'z') {
            return Character.toString(latin + 26 + letter - 'a');
        }
        if (digits > 0 && letter >= '0' && letter <= '9') {
            return Character.toString(digits + letter - '0');
        }
        if (greek > 0 && letter >= 'Α' && letter <= 'Ω') {
            return Character.toString(greek + letter - 'Α');
        }
        // The first of the small letters comes after nabla, as in the block.
        return Character.toString(greek > 0 && letter >= 'α' && letter <= 'ω' ? greek + 26 + letter - 'α' : letter);
    }
}
