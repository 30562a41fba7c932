package dev.lectern.chassis.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * A merge patch has the members of what it patches, which is what can be put at the same path; none of them is needed.
 */
final class Patches {

    private static final String JSON = "application/json";
    private static final String ANY_OBJECT = "ObjectNode";

    private final OpenAPI document;
    private final Words words;

    Patches(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    void complete() {
        document.getPaths().getPathItems().values().stream()
                .filter(path -> path.getPATCH() != null && path.getPUT() != null)
                .forEach(this::complete);
    }

    private void complete(PathItem path) {
        var replacement = SchemaWalk.name(json(path.getPUT()).getSchema());
        var name = replacement + "Patch";
        var patch = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(words.schema("MergePatch").path("is").asText())
                .properties(
                        document.getComponents().getSchemas().get(replacement).getProperties());
        document.getComponents().addSchema(name, patch);
        path.getPATCH().getRequestBody().getContent().getMediaTypes().values().stream()
                .filter(media -> ANY_OBJECT.equals(SchemaWalk.name(media.getSchema())))
                .forEach(media -> media.setSchema(OASFactory.createSchema().ref(name)));
    }

    private static MediaType json(Operation operation) {
        return operation.getRequestBody().getContent().getMediaType(JSON);
    }
}
