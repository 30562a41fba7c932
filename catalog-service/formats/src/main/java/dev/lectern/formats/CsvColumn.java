package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of a table of contributions, and after a bar what else people, Indico, pretalx and Sessionize call them,
 * the likeliest first.
 */
enum CsvColumn {
    NUMBER("number|id|contribution id|friendly id|#|no|no.|nr|nr."),
    CODE("code|guid|external id|program code|contribution code|session id|proposal id|submission id|uid"),
    TITLE("title|proposal title|session title|talk title|presentation title|contribution title|name|subject|talk"),
    TYPE("type|submission type|session type|session format|kind|format"),
    TRACK("track|track classification|category"),
    DURATION("duration|minutes|duration (minutes)|duration in minutes|length|length (minutes)|duration (min)|min"),
    SESSION("session|session classification"),
    LANGUAGE("language|locale|lang"),
    ROOM("room|location|venue|room name|hall|stage|place"),
    DAY("date|day|start date|start day"),
    START("start|starts at|scheduled at|start time|starts|begin|begins|begins at|from|time"),
    END_DAY("end date|end day"),
    END("end|ends at|end time|ends|until|to"),
    PRESENTERS("presenters|presenter|speakers|speaker|speaker names|speaker name|speaker(s)|presenter(s)|presented by"),
    FIRST_NAME("firstname|first name|given name|given names"),
    LAST_NAME("lastname|last name|family name|surname"),
    EMAIL("email|e-mail|speaker email|email address"),
    SPEAKER_ID("speaker id"),
    AFFILIATION("affiliation|company|organisation|organization"),
    AUTHORS("authors|author|primary authors|author(s)"),
    CO_AUTHORS("co-authors|co-author|coauthors"),
    STATE("state|status|proposal state|submission state"),
    TAGS("tags|keywords|tag"),
    LEVEL("level"),
    LINKS("links|materials|link"),
    ABSTRACT("abstract|proposal abstract"),
    DESCRIPTION("description|proposal description|details");

    private static final Map<String, CsvColumn> NAMES = new HashMap<>();

    static {
        Stream.of(values()).forEach(column -> column.names().forEach(name -> NAMES.put(name, column)));
    }

    private final String names;

    CsvColumn(String names) {
        this.names = names;
    }

    private List<String> names() {
        return List.of(names.split("\\|"));
    }

    /** Null for none of these. */
    static CsvColumn named(String name) {
        return NAMES.get(folded(name));
    }

    /** The lower, the likelier does this name mean this column. */
    int rank(String name) {
        return names().indexOf(folded(name));
    }

    private static String folded(String name) {
        return PlainText.spaced(name).toLowerCase(Locale.ROOT);
    }

    /** As a header has it. */
    String title() {
        return names().get(0);
    }
}
