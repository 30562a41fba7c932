package dev.lectern.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each table has one owning package, that of its entity or of its replica; statements of other packages do not name it.
 * Read from the sources: the tables from Flyway's migrations, the statements from the texts in Java.
 */
public final class TableOwners {

    private static final Pattern CREATED = Pattern.compile("(?m)^create table (\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?m)^drop table (\\w+)");
    private static final Pattern RENAMED = Pattern.compile("(?m)^alter table (\\w+) rename to (\\w+)");
    private static final Pattern ENTITY = Pattern.compile("(?s)@Entity\\b.*?\\bclass (\\w+)");
    private static final Pattern TABLE = Pattern.compile("@Table\\(name = \"(\\w+)\"");
    private static final Pattern REPLICA = Pattern.compile("new Replica<>\\(\"(\\w+)\"");
    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)");

    private final Path module;

    TableOwners(Path module) {
        this.module = module;
    }

    /**
     * Checks the module that is being tested.
     *
     * @param others the owners of tables that have neither an entity nor a replica
     * @param guests the tables of others that a package's statements name nevertheless
     */
    public static void check(Map<String, String> others, Map<String, Set<String>> guests) {
        var owners = new TableOwners(Path.of(""));
        assertThat(owners.ownerless(others)).as("tables without an owner").isEmpty();
        assertThat(owners.guests(others))
                .as("packages whose statements name tables of others")
                .isEqualTo(new TreeMap<>(guests));
    }

    /**
     * Tables that no package is known to own, and those that are said to be owned and are not there or have an entity.
     */
    Set<String> ownerless(Map<String, String> others) {
        var wrong = new TreeSet<>(tables());
        wrong.removeAll(owners().keySet());
        others.keySet().forEach(table -> {
            if (!wrong.remove(table)) {
                wrong.add(table);
            }
        });
        return wrong;
    }

    /** Which packages name which tables of others. */
    Map<String, Set<String>> guests(Map<String, String> others) {
        var owners = new HashMap<>(owners());
        owners.putAll(others);
        var guests = new TreeMap<String, Set<String>>();
        sources()
                .forEach(source -> named(contents(source))
                        .filter(owners::containsKey)
                        .filter(table -> !owners.get(table).equals(feature(source)))
                        .forEach(table -> guests.computeIfAbsent(feature(source), any -> new TreeSet<>())
                                .add(table)));
        return guests;
    }

    private Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        sources()
                .forEach(source -> Stream.concat(entity(contents(source)), found(REPLICA, contents(source)))
                        .forEach(table -> owners.put(table, feature(source))));
        return owners;
    }

    private static Stream<String> entity(String source) {
        var named = found(TABLE, source).toList();
        return named.isEmpty() ? found(ENTITY, source).map(TableOwners::table) : named.stream();
    }

    private static String table(String entity) {
        return entity.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** In SQL by the table, in HQL by the entity. */
    private static Stream<String> named(String source) {
        return TEXT.matcher(source)
                .results()
                .map(MatchResult::group)
                .flatMap(text -> found(NAMED, text))
                .map(TableOwners::table);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private Set<String> tables() {
        var tables = new TreeSet<String>();
        migrations().map(TableOwners::contents).forEach(sql -> {
            found(CREATED, sql).forEach(tables::add);
            found(DROPPED, sql).forEach(tables::remove);
            RENAMED.matcher(sql).results().forEach(renamed -> {
                tables.remove(renamed.group(1));
                tables.add(renamed.group(2));
            });
        });
        return tables;
    }

    private Stream<Path> migrations() {
        return files("src/main/resources/db/migration", ".sql").stream()
                .sorted(Comparator.comparing(
                        file -> found(VERSION, file.getFileName().toString())
                                .mapToInt(Integer::parseInt)
                                .sum()));
    }

    private List<Path> sources() {
        return files("src/main/java", ".java");
    }

    private List<Path> files(String folder, String extension) {
        try (var files = Files.walk(module.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(extension)).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package, without its parents. */
    private static String feature(Path source) {
        return source.getParent().getFileName().toString();
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
