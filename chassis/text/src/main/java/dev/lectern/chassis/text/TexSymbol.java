package dev.lectern.chassis.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a command of TeX without arguments stands for.
 *
 * @param hasLimits whether what is below and above it in TeX stands there in print too, where there is room
 * @param isName whether it is a word, which keeps apart from its neighbours
 */
record TexSymbol(MathMl element, boolean hasLimits, boolean isName) {

    private static final Map<String, TexSymbol> BY_COMMAND = read();

    /** Null for a command that is none of these. */
    static TexSymbol of(String command) {
        return BY_COMMAND.get(command);
    }

    private static TexSymbol of(String kind, String text) {
        return switch (kind) {
            case "mi" -> new TexSymbol(letter(text), false, false);
            case "mo" -> new TexSymbol(MathMl.operator(text), false, false);
            case "big" -> new TexSymbol(MathMl.leaf("mo", text), true, false);
            case "mi-function" -> new TexSymbol(MathMl.leaf("mi", text), false, true);
            case "big-function" -> new TexSymbol(MathMl.leaf("mi", text), true, true);
            default -> throw new IllegalStateException("no kind of symbol: " + kind);
        };
    }

    /** TeX slants all letters but the capital ones of Greek, and nabla. */
    private static MathMl letter(String text) {
        var letter = MathMl.leaf("mi", text);
        return text.matches("[Α-Ω∇]") ? letter.with("mathvariant", "normal") : letter;
    }

    private static Map<String, TexSymbol> read() {
        try (var file = TexSymbol.class.getResourceAsStream("symbols.txt")) {
            var symbols = new HashMap<String, TexSymbol>();
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().filter(it -> !it.startsWith("# ")).toList()) {
                for (var entry : line.split(" {2}", -1)) {
                    var words = entry.split(" ", -1);
                    symbols.put(words[1], of(words[0], words[2]));
                }
            }
            return Map.copyOf(symbols);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
