package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Names and describes each operation, and adds what holds for it by what it is. */
final class Operations {

    private static final String TOKEN = "token";

    private final OpenAPI document;
    private final Words words;
    private final Endpoints endpoints;

    Operations(OpenAPI document, Words words, Endpoints endpoints) {
        this.document = document;
        this.words = words;
        this.endpoints = endpoints;
    }

    void complete() {
        var paths = new LinkedHashMap<String, PathItem>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> paths.put(path.replace("{c}", "{conference}"), item));
        document.getPaths().setPathItems(paths);
        paths.forEach(
                (path, item) -> item.getOperations().values().forEach(operation -> complete(path, item, operation)));
        document.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(words.schema("Token").path("is").asText()));
        words.tags()
                .properties()
                .forEach(tag -> document.addTag(OASFactory.createTag()
                        .name(tag.getKey())
                        .description(tag.getValue().asText())));
    }

    private void complete(String path, PathItem item, Operation operation) {
        var id = operation.getOperationId() == null ? "" : operation.getOperationId();
        var resource = words.resource(id.replaceFirst("_.*", ""));
        var own = resource.path(id.replaceFirst(".*_", ""));
        var isGuarded = !endpoints.isPublic(id);
        operation
                .operationId(own.path("id").asText(id))
                .summary(own.path("summary").asText(null))
                .description(own.path("description").asText(null))
                .tags(List.of(resource.path("tag").asText(id)));
        new Parameters(words, resource, own).complete(path, operation, endpoints.isDoneOnce(id));
        describeBody(operation, own);
        new Answers(words, own).complete(path, operation, isGuarded, isTagged(item));
        operation.security(
                isGuarded ? List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)) : List.of());
    }

    /** Where one of the operations of a path has a condition, all of them say what it may ask for. */
    private static boolean isTagged(PathItem item) {
        return item.getOperations().values().stream().anyMatch(operation -> Parameters.has(operation, "If-Match"));
    }

    private static void describeBody(Operation operation, JsonNode own) {
        var body = operation.getRequestBody();
        if (body != null) {
            body.description(own.path("body").asText("What is asked for."))
                    .required(!own.path("bodyMayBeAbsent").asBoolean());
            body.setContent(Uploads.described(body.getContent()));
            if (own.has("example")) {
                body.getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(media -> media.setExample(Wording.value(own.get("example"))));
            }
        }
    }
}
