package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What is said of one member or parameter: a sentence, or a map of the sentence ({@code is}), an {@code example}, when
 * it is null ({@code isNull}), what the code does not tell of its limits, and whether it may be absent where it could
 * always be there ({@code optional}).
 */
final class Wording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode words;

    Wording(JsonNode words) {
        this.words = words;
    }

    String text() {
        var is = words.isTextual() ? words.asText() : words.path("is").asText("");
        return words.has("isNull") ? is + " Null " + words.get("isNull").asText() + "." : is;
    }

    boolean isNeeded() {
        return words.path("needed").asBoolean();
    }

    /** The schema as it is to be: the same, or another one around it. */
    Schema describe(Schema schema) {
        var shape = limit(reshaped(schema));
        var whole = words.has("isNull") ? nullable(shape) : shape;
        if (!text().isEmpty()) {
            whole.setDescription(text());
        }
        if (words.has("example")) {
            whole.setExamples(List.of(value(words.get("example"))));
        }
        return whole;
    }

    private Schema reshaped(Schema schema) {
        if (words.has("ref")) {
            return OASFactory.createSchema().ref(words.get("ref").asText());
        }
        if (words.has("of")) {
            return schema.items(OASFactory.createSchema().ref(words.get("of").asText()));
        }
        return words.path("any").asBoolean() ? OASFactory.createSchema() : schema;
    }

    private Schema limit(Schema schema) {
        words.properties().forEach(said -> limit(schema, said.getKey(), said.getValue()));
        return schema;
    }

    private static void limit(Schema schema, String keyword, JsonNode value) {
        switch (keyword) {
            case "minimum" -> schema.setMinimum(new BigDecimal(value.asText()));
            case "maximum" -> schema.setMaximum(new BigDecimal(value.asText()));
            case "minLength" -> schema.setMinLength(value.asInt());
            case "maxLength" -> schema.setMaxLength(value.asInt());
            case "maxItems" -> schema.setMaxItems(value.asInt());
            case "pattern" -> schema.setPattern(value.asText());
            case "format" -> schema.setFormat(value.asText());
            case "default" -> schema.setDefaultValue(value(value));
            case "enum" -> schema.setEnumeration(values(value));
            default -> {
                // Said elsewhere.
            }
        }
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
            if (schema.getEnumeration() != null) {
                var orNull = new ArrayList<>(schema.getEnumeration());
                orNull.add(null);
                schema.setEnumeration(orNull);
            }
        }
        return schema;
    }

    private static List<Object> values(JsonNode list) {
        var values = new ArrayList<>();
        list.forEach(one -> values.add(value(one)));
        return values;
    }

    static Object value(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }
}
