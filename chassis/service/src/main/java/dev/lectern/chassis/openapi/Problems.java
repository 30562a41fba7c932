package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.problem.Problem;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that say what went wrong, which endpoints share. */
final class Problems {

    /** Whatever else may go wrong, with every endpoint. */
    static final String OTHERS = "default";

    private final OpenAPI document;
    private final Words words;

    Problems(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    void complete() {
        add(
                "Fault",
                Map.of(
                        "pointer", SchemaType.STRING,
                        "parameter", SchemaType.STRING,
                        "line", SchemaType.INTEGER,
                        "detail", SchemaType.STRING));
        add(
                "Problem",
                Map.of(
                        "type", SchemaType.STRING,
                        "title", SchemaType.STRING,
                        "status", SchemaType.INTEGER,
                        "detail", SchemaType.STRING,
                        "instance", SchemaType.STRING,
                        "errors", SchemaType.ARRAY));
        words.answers()
                .properties()
                .forEach(answer ->
                        document.getComponents().addResponse(name(answer.getValue()), response(answer.getValue(), "")));
    }

    private void add(String name, Map<String, SchemaType> members) {
        var schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(words.schema(name).path("is").asText());
        members.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(member -> {
            Schema shape = OASFactory.createSchema().addType(member.getValue());
            schema.addProperty(member.getKey(), new Wording(words.member(name, member.getKey())).describe(shape));
        });
        document.getComponents().addSchema(name, schema);
    }

    /** The shared one, or one of its own where an endpoint has more to say of it. */
    static APIResponse response(Words words, String status, String more) {
        var answer = words.answers().path(status);
        return more.isEmpty()
                ? OASFactory.createAPIResponse().ref("#/components/responses/" + name(answer))
                : response(answer, more);
    }

    private static APIResponse response(JsonNode answer, String more) {
        var response = OASFactory.createAPIResponse()
                .description(more.isEmpty() ? answer.path("is").asText() : more)
                .content(content());
        answer.path("headers")
                .properties()
                .forEach(header -> response.addHeader(
                        header.getKey(), header(header.getValue().asText())));
        return response;
    }

    static Header header(String text) {
        return OASFactory.createHeader()
                .description(text)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static String name(JsonNode answer) {
        return answer.path("name").asText();
    }
}
