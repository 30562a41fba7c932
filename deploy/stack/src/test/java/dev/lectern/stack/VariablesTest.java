package dev.lectern.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of variables in deploy/compose/README.md is what the services read, with the defaults that they have. */
class VariablesTest {

    private static final Path ROOT = Path.of("../..");
    private static final String EVERYBODY = "all";
    private static final String NONE = "–";
    private static final Map<String, String> SOURCES = Map.of(
            "chassis", EVERYBODY,
            "catalog-service", "catalog",
            "schedule-service", "schedule",
            "notification-service", "notification");

    private static final Pattern ROW =
            Pattern.compile("^\\| `(LECTERN_\\w+)` \\| ([\\w, ]+) \\| (`[^`]*`|–) \\| .+ \\|$", Pattern.MULTILINE);
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"(lectern\\.[\\w.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(lectern\\.[\\w.-]+)\"\\)");
    private static final Pattern MEMBER =
            Pattern.compile("(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+)?^ {4}[\\w<>]+ (\\w+)\\(\\);$", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile("^(lectern\\.[\\w.-]+)=(.*)$", Pattern.MULTILINE);
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(lectern\\.[\\w.-]+|LECTERN_\\w+)(?::([^}]*))?}");

    /** @param value its default; {@code –} where there is none */
    private record Variable(String name, String service, String value) {}

    @Test
    void theTableIsWhatTheServicesRead() throws IOException {
        var table = ROW.matcher(Files.readString(ROOT.resolve("deploy/compose/README.md")))
                .results()
                .map(row ->
                        new Variable(row.group(1), row.group(2), row.group(3).replace("`", "")))
                .toList();

        assertThat(table).containsExactlyInAnyOrderElementsOf(read());
    }

    private static List<Variable> read() {
        return SOURCES.entrySet().stream()
                .flatMap(source -> filesOf(source.getKey())
                        .flatMap(VariablesTest::variablesIn)
                        .map(found -> new Variable(found.name(), source.getValue(), found.value())))
                .collect(Collectors.groupingBy(Variable::name, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(VariablesTest::together)
                .toList();
    }

    private static Variable together(List<Variable> mentions) {
        var services = mentions.stream()
                .map(Variable::service)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Variable(
                mentions.get(0).name(),
                services.contains(EVERYBODY) ? EVERYBODY : String.join(", ", services),
                mentions.stream()
                        .map(Variable::value)
                        .filter(value -> !value.equals(NONE))
                        .findFirst()
                        .orElse(NONE));
    }

    private static Stream<Path> filesOf(String module) {
        try (var files = Files.walk(ROOT.resolve(module))) {
            return files
                    .filter(file -> file.toString().contains("/src/main/"))
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Variable> variablesIn(Path file) {
        try {
            var text = Files.readString(file);
            return file.toString().endsWith(".java") ? inCode(text) : inConfiguration(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Variable> inCode(String text) {
        var injected = INJECTED.matcher(text).results().map(name -> variable(name.group(1), null));
        var mapped = MAPPING.matcher(text)
                .results()
                .flatMap(prefix -> MEMBER.matcher(text)
                        .results()
                        .map(member -> variable(prefix.group(1) + "." + hyphenated(member.group(2)), member.group(1))));
        return Stream.concat(injected, mapped);
    }

    private static Stream<Variable> inConfiguration(String text) {
        var settings = SETTING.matcher(text)
                .results()
                .filter(setting -> !EXPRESSION.matcher(setting.group(2)).find())
                .map(setting -> variable(setting.group(1), setting.group(2)));
        var expressions = EXPRESSION.matcher(text).results().map(VariablesTest::inExpression);
        return Stream.concat(settings, expressions);
    }

    private static Variable inExpression(MatchResult expression) {
        return variable(expression.group(1), expression.group(2));
    }

    private static Variable variable(String property, String value) {
        return new Variable(
                property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                "",
                value == null || value.isEmpty() ? NONE : value);
    }

    /** {@code pauseWhenRefused} → {@code pause-when-refused} */
    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
