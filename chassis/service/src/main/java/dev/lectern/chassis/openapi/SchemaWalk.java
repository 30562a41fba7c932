package dev.lectern.chassis.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Goes through all schemas of a document, innermost first, and puts what a function makes of each in its place. */
final class SchemaWalk {

    static final String PREFIX = "#/components/schemas/";

    private final UnaryOperator<Schema> change;

    SchemaWalk(UnaryOperator<Schema> change) {
        this.change = change;
    }

    /** The schemas of the components stay what they are; what is in them is changed. */
    void through(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(this::inside);
        operations(document).forEach(this::through);
    }

    void through(Operation operation) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> parameter.setSchema(changed(parameter.getSchema())));
        throughRequest(operation);
        Stream.ofNullable(operation.getResponses().getAPIResponses())
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(response -> through(response.getContent()));
    }

    void throughRequest(Operation operation) {
        if (operation.getRequestBody() != null) {
            through(operation.getRequestBody().getContent());
        }
    }

    private void through(Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> media.setSchema(changed(media.getSchema())));
        }
    }

    /** The schemas within a schema, not itself. */
    void inside(Schema schema) {
        if (schema.getProperties() != null) {
            var members = new LinkedHashMap<String, Schema>();
            schema.getProperties().forEach((name, member) -> members.put(name, changed(member)));
            schema.setProperties(members);
        }
        if (schema.getItems() != null) {
            schema.setItems(changed(schema.getItems()));
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            schema.setAdditionalPropertiesSchema(changed(schema.getAdditionalPropertiesSchema()));
        }
        changeAll(schema.getAllOf(), schema::setAllOf);
        changeAll(schema.getAnyOf(), schema::setAnyOf);
        changeAll(schema.getOneOf(), schema::setOneOf);
    }

    private void changeAll(List<Schema> schemas, Consumer<List<Schema>> set) {
        if (schemas != null) {
            set.accept(schemas.stream().map(this::changed).toList());
        }
    }

    private Schema changed(Schema schema) {
        if (schema == null) {
            return null;
        }
        inside(schema);
        return change.apply(schema);
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream);
    }

    /** The name of the component that is referred to, else null. */
    static String name(Schema schema) {
        return schema.getRef() == null ? null : schema.getRef().substring(PREFIX.length());
    }
}
