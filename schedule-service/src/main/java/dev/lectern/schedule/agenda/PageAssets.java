package dev.lectern.schedule.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What pages load: a style sheet, the modules of a script without which they work too, and the worker that keeps them
 * for those who are offline. No slug begins with a hyphen, so that no conference is hidden by them.
 */
@ApplicationScoped
class PageAssets {

    private static final String FOLDER = "/agenda/-/";
    private static final Pattern ACCENT = Pattern.compile(FOLDER + "accent-([0-9a-f]{6})[.]css");
    private static final String STYLE = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private record Asset(String contentType, byte[] bytes) {}

    private record Key(String file, Encoding encoding) {}

    private final Map<String, Asset> files;
    private final Map<Key, Rendition> renditions = new ConcurrentHashMap<>();
    private final String version;

    PageAssets() {
        files = Map.of(
                "agenda.css",
                asset(STYLE, read("/agenda/agenda.css") + read("/dev/lectern/chassis/text/formulas.css") + grid()),
                "agenda.js",
                asset(SCRIPT, read("/agenda/agenda.js")),
                "worker.js",
                asset(SCRIPT, read("/agenda/worker.js")),
                "sign.css",
                asset(STYLE, read("/agenda/sign.css")),
                "sign.js",
                asset(SCRIPT, read("/agenda/sign.js")),
                "embed.js",
                asset(SCRIPT, read("/agenda/embed.js")));
        version = files.keySet().stream()
                .sorted()
                .map(file -> rendition(new Key(file, Encoding.IDENTITY)).hash().substring(0, 8))
                .collect(Collectors.joining());
    }

    private static Asset asset(String contentType, String text) {
        return new Asset(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes with any of the files. */
    String version() {
        return version;
    }

    /** The files as they are, by their path. */
    Map<String, byte[]> files() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> FOLDER.substring(1) + file.getKey(),
                        file -> file.getValue().bytes()));
    }

    /** Whether it is the path of a file, even of one that is not there. */
    static boolean isAsset(String path) {
        return path.startsWith(FOLDER);
    }

    /** Empty where a path names none of the files. */
    Optional<Rendition> named(String path, Encoding encoding) {
        var accent = ACCENT.matcher(path);
        if (accent.matches()) {
            var sheet = "@media screen and (prefers-color-scheme:light){:root{--accent:#" + accent.group(1) + "}}";
            return Optional.of(Rendition.passing(STYLE, encoding, sheet.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.of(path.substring(FOLDER.length()))
                .filter(files::containsKey)
                .map(file -> rendition(new Key(file, encoding)));
    }

    private Rendition rendition(Key key) {
        return renditions.computeIfAbsent(key, this::render);
    }

    private Rendition render(Key key) {
        var asset = files.get(key.file());
        return Rendition.kept(asset.contentType(), key.encoding(), asset.bytes());
    }

    private static String read(String resource) {
        try (var file = PageAssets.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of {@link DayGrid}: pages may have no style of their own. */
    private static String grid() {
        var rows = rules(DayGrid.MOST_ROWS, List.of(".s%d{grid-row-start:%1$d}", ".e%d{grid-row-end:%1$d}"));
        var lanes = rules(
                DayGrid.MOST_LANES + 1,
                List.of(".c%d{grid-column-start:%1$d}", ".w%d{grid-column-end:span %1$d}", ".n%d{--lanes:%1$d}"));
        return Stream.concat(rows, lanes).collect(Collectors.joining("", "@media(min-width:900px),print{", "}"));
    }

    private static Stream<String> rules(int most, List<String> patterns) {
        return IntStream.rangeClosed(1, most)
                .boxed()
                .flatMap(n -> patterns.stream().map(each -> each.formatted(n)));
    }
}
