package dev.lectern.chassis.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a formula on one line, in the letters that Unicode has for it; what it has none for in the manner of
 * programmers: {@code x^(y)}.
 */
final class PlainMaths {

    private static final String RAISED_FROM = "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ′";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ′";
    private static final String LOWERED_FROM = "0123456789+−-=()aehijklmnoprstuvxβγρφχ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";

    /** Signs above or below that have no width, or only say how far something reaches. */
    private static final String REACHES = "_⏞⏟";

    /** Narrower than this a space is no space between words. */
    private static final double WIDE = 0.25;

    private PlainMaths() {}

    static String of(MathMl formula) {
        return inside(formula).strip().replaceAll(" {2,}", " ");
    }

    private static String inside(MathMl element) {
        return element.children().stream().map(PlainMaths::written).collect(Collectors.joining());
    }

    private static String written(MathMl element) {
        var parts = element.children();
        return switch (element.name()) {
            case "mo" -> operator(element.text());
            case "mspace" -> isWide(element) ? " " : "";
            case "mfrac" -> group(parts.get(0)) + "/" + group(parts.get(1));
            case "msqrt" -> "√" + group(parts.get(0));
            case "mroot" -> raised(parts.get(1)) + "√" + group(parts.get(0));
            case "msub" -> written(parts.get(0)) + lowered(parts.get(1));
            case "msup" -> written(parts.get(0)) + raised(parts.get(1));
            case "msubsup" -> written(parts.get(0)) + lowered(parts.get(1)) + raised(parts.get(2));
            case "munder" -> written(parts.get(0)) + (isReach(parts.get(1)) ? "" : lowered(parts.get(1)));
            case "mover" -> over(parts.get(0), parts.get(1));
            case "munderover" -> written(parts.get(0)) + lowered(parts.get(1)) + raised(parts.get(2));
            case "mtable" -> joined(parts, "; ");
            case "mtr" -> joined(parts, ", ");
            default -> parts.isEmpty() ? element.text() : inside(element);
        };
    }

    private static String joined(List<MathMl> parts, String between) {
        return parts.stream().map(PlainMaths::written).collect(Collectors.joining(between));
    }

    private static String operator(String sign) {
        return !sign.isEmpty() && PrintedMaths.SPACED.contains(sign) ? " " + sign + " " : sign;
    }

    private static boolean isWide(MathMl space) {
        return Double.parseDouble(
                        space.attributes().getOrDefault("width", "0em").replace("em", ""))
                > WIDE;
    }

    private static boolean isReach(MathMl sign) {
        return sign.is("mo") && REACHES.contains(sign.text());
    }

    private static String over(MathMl base, MathMl above) {
        var sign = PrintedMaths.COMBINING.get(above.text());
        if (isReach(above)) {
            return written(base);
        }
        return written(base) + (sign == null ? raised(above) : sign);
    }

    /** As one thing, in brackets where it is more than a number or a letter. */
    private static String group(MathMl element) {
        var text = written(element).strip();
        return text.codePoints().allMatch(Character::isLetterOrDigit) ? text : "(" + text + ")";
    }

    private static String raised(MathMl script) {
        return script(script, RAISED_FROM, RAISED, "^");
    }

    private static String lowered(MathMl script) {
        return script(script, LOWERED_FROM, LOWERED, "_");
    }

    private static String script(MathMl script, String from, String to, String mark) {
        var text = written(script).replace(" ", "");
        if (text.chars().allMatch(letter -> from.indexOf(letter) >= 0)) {
            return text.chars()
                    .mapToObj(letter -> String.valueOf(to.charAt(from.indexOf(letter))))
                    .collect(Collectors.joining());
        }
        return mark + (text.codePointCount(0, text.length()) == 1 ? text : "(" + text + ")");
    }
}
