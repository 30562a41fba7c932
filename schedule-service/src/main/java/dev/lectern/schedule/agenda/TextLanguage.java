package dev.lectern.schedule.agenda;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a text as a page says it: a tag of BCP 47, and the direction in which it is written, {@code rtl} or
 * {@code auto}.
 */
record TextLanguage(String tag, String direction) {

    /** The language, the script where it is said, and whatever else; anything longer is a word and no tag. */
    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-[A-Za-z0-9]{1,8})*");

    /** Scripts that are written from right to left (ISO 15924). */
    private static final Set<String> SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi");

    /** Languages that are written so where nobody says in which script. */
    private static final Set<String> LANGUAGES = Set.of(
            "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo",
            "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi");

    /** Empty where that is no tag: people and files say what they like. */
    static Optional<TextLanguage> of(String said) {
        var tag = TAG.matcher(said == null ? "" : said);
        return tag.matches()
                ? Optional.of(new TextLanguage(said, direction(tag.group(1), tag.group(2))))
                : Optional.empty();
    }

    private static String direction(String language, String script) {
        var isRightToLeft = script == null
                ? LANGUAGES.contains(language.toLowerCase(Locale.ROOT))
                : SCRIPTS.contains(script.toLowerCase(Locale.ROOT));
        return isRightToLeft ? "rtl" : "auto";
    }
}
