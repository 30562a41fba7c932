package dev.lectern.schedule.timetable;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a slug out of a room's name: {@code "Salle Poincaré"} becomes {@code salle-poincare}. */
public final class RoomSlug {

    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final int MAX_LENGTH = 63;
    /** Leaves room for a number behind it. */
    private static final int MAX_STEM = MAX_LENGTH - 8;

    private RoomSlug() {}

    /** A slug that is not in use: a number behind it tells it from those that rooms have or had. */
    public static String from(String name, Collection<String> used) {
        var stem = stem(name);
        var numbered = IntStream.iterate(2, number -> number + 1).mapToObj(number -> stem + "-" + number);
        return Stream.concat(Stream.of(stem), numbered)
                .filter(slug -> !used.contains(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String stem(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(plain.length(), MAX_STEM)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "room" : cut;
    }
}
