package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.chassis.text.PlainText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What files call time zones: IANA's ids, with or without the name of who wrote the calendar before them, the names
 * that Windows has (Unicode's CLDR) and those that it shows people, {@code (UTC+01:00) Amsterdam, Berlin}, and offsets
 * alone. A mere abbreviation, as BST or CST, is none: it means several.
 */
final class ZoneName {

    private static final int LONGEST = 200;
    private static final Map<String, String> IANA = new HashMap<>();
    private static final Map<String, String> CITIES = new HashMap<>();
    private static final Map<String, String> WINDOWS = new HashMap<>();

    static {
        ZoneId.getAvailableZoneIds().stream().sorted().forEach(ZoneName::know);
        windowsZones().forEach((name, id) -> WINDOWS.put(folded((String) name), (String) id));
    }

    private static final Pattern OFFSET = Pattern.compile(
            "\\(?(?:utc|gmt)? ?(?<sign>[+-]) ?(?<hours>[0-9]{1,2})(?:[:.]?(?<minutes>[0-9]{2}))?\\)?(?<rest>.*)");
    private static final Pattern UNIVERSAL =
            Pattern.compile("\\(?(?:utc|gmt|z)\\)?(?: coordinated universal time)?(?<rest> .*)?");
    private static final Pattern SHOWN = Pattern.compile("(.+) time(?: \\(.*\\))?");
    private static final Pattern BETWEEN_CITIES = Pattern.compile(" ?[,/;] ?");

    /** Whether the clocks are changed today does not matter: Windows shows the offset of winter. */
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private ZoneName() {}

    private static void know(String id) {
        IANA.put(folded(id), id);
        if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
            CITIES.putIfAbsent(folded(id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')), id);
        }
    }

    private static Properties windowsZones() {
        var table = new Properties();
        try (var file = ZoneName.class.getResourceAsStream("windows-zones.properties")) {
            table.load(new InputStreamReader(file, UTF_8));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for one that is not known. */
    static ZoneId zone(String name) {
        var text = folded(name);
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return Stream.of(id(text), within(text), shown(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<ZoneId> id(String text) {
        return Stream.of(IANA.get(text), WINDOWS.get(text))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ZoneId::of);
    }

    /** {@code /freeassociation.sourceforge.net/Europe/Paris} ends with an id; ids have up to three parts. */
    private static Optional<ZoneId> within(String text) {
        var parts = text.split("/", -1);
        return IntStream.range(Math.max(1, parts.length - 3), Math.max(1, parts.length - 1))
                .mapToObj(from -> String.join("/", Arrays.asList(parts).subList(from, parts.length)))
                .map(IANA::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ZoneId::of);
    }

    /** What follows an offset says more than it: whether the clocks are changed. */
    private static Optional<ZoneId> shown(String text) {
        var universal = UNIVERSAL.matcher(text);
        if (universal.matches()) {
            return behind(universal.group("rest"), ZoneOffset.UTC).map(ZoneName::universal);
        }
        var found = OFFSET.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var minutes = found.group("minutes") == null ? 0 : Integer.parseInt(found.group("minutes"));
            var sign = found.group("sign").equals("-") ? -1 : 1;
            var offset = ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(found.group("hours")), sign * minutes);
            return behind(found.group("rest"), offset);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneId universal(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    private static Optional<ZoneId> behind(String rest, ZoneOffset offset) {
        var text = rest == null ? "" : rest.strip();
        if (text.isEmpty()) {
            return Optional.of(offset);
        }
        var shown = SHOWN.matcher(text);
        var asWindows = shown.matches() ? WINDOWS.get(shown.group(1) + " standard time") : null;
        return Stream.concat(
                        Stream.of(IANA.get(text), WINDOWS.get(text), asWindows),
                        Stream.of(BETWEEN_CITIES.split(text)).map(CITIES::get))
                .filter(Objects::nonNull)
                .map(ZoneId::of)
                .filter(zone -> zone.getRules().getStandardOffset(NOW).equals(offset))
                .findFirst();
    }

    private static String folded(String name) {
        return PlainText.spaced(name.replace("\"", "")).toLowerCase(Locale.ROOT);
    }
}
