package dev.lectern.formats;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of a table of contributions, and after a bar what else people, and Indico, call them. */
enum CsvColumn {
    NUMBER("number|id|contribution id|friendly id|#"),
    CODE("code|guid|external id|program code|contribution code"),
    TITLE("title"),
    TYPE("type|submission type|session type"),
    TRACK("track|track classification"),
    DURATION("duration|minutes|duration (minutes)"),
    SESSION("session|session classification"),
    LANGUAGE("language|locale"),
    ROOM("room|location"),
    START("start|date|start date|starts at"),
    PRESENTERS("presenters|presenter|speakers|speaker|speaker names"),
    AUTHORS("authors|author|primary authors"),
    CO_AUTHORS("co-authors|co-author|coauthors"),
    STATE("state|status"),
    TAGS("tags|keywords"),
    LINKS("links|materials"),
    ABSTRACT("abstract|description");

    private static final Map<String, CsvColumn> NAMES = new HashMap<>();

    static {
        Stream.of(values())
                .forEach(column -> Stream.of(column.names.split("\\|")).forEach(name -> NAMES.put(name, column)));
    }

    private final String names;

    CsvColumn(String names) {
        this.names = names;
    }

    /** Null for none of these. */
    static CsvColumn named(String name) {
        return NAMES.get(name.strip().toLowerCase(Locale.ROOT));
    }

    /** As a header has it. */
    String title() {
        return names.substring(0, (names + "|").indexOf('|'));
    }
}
