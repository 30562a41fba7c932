package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether two texts could mean the same: names of a person, titles of a talk. Case, accents, punctuation and the spaces
 * between words do not count.
 */
public final class Likeness {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Likeness() {}

    /** Its words, folded, without what stands between them. */
    public static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(PlainText.bare(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Or whether they are the same, for some names have no letters at all. */
    public static boolean shareAWord(String one, String other) {
        var words = words(one);
        return words(other).stream().anyMatch(words::contains)
                || PlainText.bare(one).equals(PlainText.bare(other));
    }

    /**
     * Whether both could be spellings of one person's name: the same words in any order, where an initial stands for a
     * word that begins with it. Two names that are initials only say too little.
     */
    public static boolean areSpellingsOfOneName(String one, String other) {
        var words = words(one);
        var left = new ArrayList<>(words(other));
        if (words.size() != left.size() || words.isEmpty()) {
            return false;
        }
        var initials = new ArrayList<String>();
        for (var word : words) {
            if (!left.remove(word)) {
                initials.add(word);
            }
        }
        return initials.size() < words.size() && initials.stream().allMatch(word -> removeInitial(word, left));
    }

    private static boolean removeInitial(String word, List<String> others) {
        for (var other : others) {
            if ((word.length() == 1 || other.length() == 1) && word.charAt(0) == other.charAt(0)) {
                return others.remove(other);
            }
        }
        return false;
    }
}
