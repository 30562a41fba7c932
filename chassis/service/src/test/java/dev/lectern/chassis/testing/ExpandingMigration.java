package dev.lectern.chassis.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a migration may not do while replicas of the release before it still run: anything but add. */
final class ExpandingMigration {

    private static final Pattern CONTRACTS = Pattern.compile("^-- Contracts what (\\S+) has stopped using\\.");
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern TABLE =
            Pattern.compile("^(?:alter table (?:if exists )?(?:only )?|create unique index .*? on (?:only )?)(\\w+)");

    /** Dropping what only narrows or speeds up harms nobody. */
    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>(Map.of(
            "drops",
            Pattern.compile("\\bdrop (?!constraint|not null|default|index|expression|identity)"),
            "renames",
            Pattern.compile("\\brename\\b"),
            "changes a type",
            Pattern.compile("\\balter (?:column )?\\w+ (?:set data )?type\\b"),
            "forbids null",
            Pattern.compile("\\bset not null\\b"),
            "adds a column that an insert has to name",
            Pattern.compile(
                    "\\badd (?:column )?(?!constraint|check|unique|primary|foreign|exclude)(?:(?!default|generated)[^,])*\\bnot null\\b(?:(?!default|generated)[^,])*(?:,|$)"),
            "adds a rule",
            Pattern.compile("\\badd (?:constraint|check|unique|primary|foreign|exclude)\\b|^create unique index\\b"),
            "empties a table",
            Pattern.compile("^truncate\\b")));

    private ExpandingMigration() {}

    /**
     * @param releases those that are out
     */
    static List<String> faults(String sql, Set<String> releases) {
        var contracts = CONTRACTS.matcher(sql);
        if (contracts.find()) {
            return releases.contains(contracts.group(1))
                    ? List.of()
                    : List.of("contracts what no release has stopped using: " + contracts.group(1));
        }
        var bare = TEXT.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("''");
        var plain = bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var own = CREATED.matcher(plain).results().map(match -> match.group(1)).collect(Collectors.toSet());
        var faults = new ArrayList<String>();
        for (var statement : plain.split(";", -1)) {
            var text = statement.strip();
            var table = TABLE.matcher(text);
            if (!table.find() || !own.contains(table.group(1))) {
                FORBIDDEN.forEach((fault, pattern) -> {
                    if (pattern.matcher(text).find()) {
                        faults.add(fault + ": " + text);
                    }
                });
            }
        }
        return faults;
    }
}
