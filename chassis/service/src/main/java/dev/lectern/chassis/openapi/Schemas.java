package dev.lectern.chassis.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas that a document has by name. */
final class Schemas {

    private static final String IF_MATCH = "IfMatch";
    private static final String PAGE = "Page";
    private static final List<String> NOT_BLANK = List.of("\\S", "(?s).*\\S.*");

    private final OpenAPI document;
    private final Words words;

    Schemas(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    Map<String, Schema> all() {
        return document.getComponents().getSchemas();
    }

    /** What is only a text, as an id or a time is, is said where it is used: there it has a meaning and an example. */
    void inlineValues() {
        new SchemaWalk(this::inlined).through(document);
    }

    private Schema inlined(Schema schema) {
        var name = SchemaWalk.name(schema);
        if (IF_MATCH.equals(name)) {
            return OASFactory.createSchema().addType(SchemaType.STRING);
        }
        var target = name == null ? null : all().get(name);
        return target != null && isText(target) ? copy(target) : schema;
    }

    private static boolean isText(Schema schema) {
        return List.of(SchemaType.STRING).equals(schema.getType()) && schema.getEnumeration() == null;
    }

    private static Schema copy(Schema text) {
        return OASFactory.createSchema().addType(SchemaType.STRING).format(text.getFormat());
    }

    /** Java matches the whole text and knows flags; JSON Schema searches and knows none. */
    void translatePatterns() {
        new SchemaWalk(schema -> schema.getPattern() == null ? schema : schema.pattern(translated(schema.getPattern())))
                .through(document);
    }

    private static String translated(String pattern) {
        if (NOT_BLANK.contains(pattern)) {
            return NOT_BLANK.get(0);
        }
        return "^(?:" + pattern + ")$";
    }

    void rename(String name, String better) {
        var renamed = new LinkedHashMap<String, Schema>();
        all().forEach((key, schema) -> renamed.put(key.equals(name) ? better : key, schema));
        document.getComponents().setSchemas(renamed);
        new SchemaWalk(schema -> name.equals(SchemaWalk.name(schema)) ? schema.ref(SchemaWalk.PREFIX + better) : schema)
                .through(document);
    }

    void describe() {
        namePages();
        all().values().stream().filter(schema -> schema.getOneOf() != null).forEach(choice -> {
            choice.setType((List<SchemaType>) null);
            choice.setProperties(null);
        });
        List.copyOf(all().keySet()).forEach(this::nameInlined);
        all().forEach(this::describe);
    }

    /** A page is called by what is on it. */
    private void namePages() {
        for (var name : List.copyOf(all().keySet())) {
            var members = all().get(name).getProperties();
            if (name.startsWith(PAGE) && members != null && members.containsKey("items")) {
                rename(name, PAGE + SchemaWalk.name(members.get("items").getItems()));
            }
        }
    }

    /**
     * What the code has no name for, because it leaves members of another schema out, gets the one that the words say
     * ({@code as}).
     */
    private void nameInlined(String schema) {
        var members = all().get(schema).getProperties();
        if (members == null) {
            return;
        }
        members.forEach((name, shape) -> {
            var as = words.member(schema, name).path("as").asText();
            if (!as.isEmpty() && shape.getItems() != null && shape.getItems().getRef() == null) {
                document.getComponents().addSchema(as, shape.getItems());
                shape.setItems(OASFactory.createSchema().ref(as));
            }
        });
    }

    private void describe(String name, Schema schema) {
        var is = words.schema(name.startsWith(PAGE) ? PAGE : name).path("is");
        if (!is.isMissingNode()) {
            schema.setDescription(is.asText());
        }
        if (schema.getProperties() != null) {
            var members = new LinkedHashMap<String, Schema>();
            schema.getProperties()
                    .forEach((member, shape) -> members.put(
                            member,
                            new Wording(words.member(name.startsWith(PAGE) ? PAGE : name, member)).describe(shape)));
            schema.setProperties(members);
            members.keySet().stream()
                    .filter(member -> new Wording(words.member(name, member)).isNeeded())
                    .forEach(member -> require(schema, member));
        }
    }

    /** Answers have all their members, of which some are null; in requests those that are not needed may be absent. */
    void requireWhatAnswersAlwaysHave() {
        var asked = reachable(mark -> SchemaWalk.operations(document).forEach(mark::throughRequest));
        all().forEach((name, schema) -> {
            if (!asked.contains(name) && schema.getProperties() != null) {
                schema.setRequired(schema.getProperties().keySet().stream()
                        .filter(member ->
                                !words.member(name, member).path("optional").asBoolean())
                        .toList());
            }
        });
    }

    void dropUnused() {
        var used = reachable(mark -> SchemaWalk.operations(document).forEach(mark::through));
        var kept = new LinkedHashMap<>(all());
        used.add("Problem");
        used.add("Fault");
        kept.keySet().retainAll(used);
        document.getComponents().setSchemas(kept);
    }

    /** The names that are referred to from there, or from what is referred to. */
    private Set<String> reachable(Consumer<SchemaWalk> from) {
        var found = new HashSet<String>();
        var next = new ArrayDeque<String>();
        var mark = new SchemaWalk(schema -> {
            var name = SchemaWalk.name(schema);
            if (name != null && found.add(name)) {
                next.add(name);
            }
            return schema;
        });
        from.accept(mark);
        while (!next.isEmpty()) {
            mark.inside(all().getOrDefault(next.remove(), OASFactory.createSchema()));
        }
        return found;
    }

    /** The members that must be there, with one more. */
    static void require(Schema schema, String member) {
        var required = new ArrayList<>(schema.getRequired() == null ? List.<String>of() : schema.getRequired());
        required.add(0, member);
        schema.setRequired(required);
    }
}
