package dev.lectern.stack.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The OpenAPI documents of several services as one. What they have in common is there once; components of one name that
 * differ are kept apart by the name of their service, and so is what refers to them.
 */
final class MergedApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPONENTS = "#/components/";

    private final ObjectNode merged = JSON.createObjectNode();
    private final Set<String> ids = new HashSet<>();

    /** @param server where all services can be reached */
    MergedApi(String title, String description, String server) {
        merged.putObject("info").put("title", title).put("description", description);
        merged.putArray("servers").addObject().put("url", server);
    }

    ObjectNode document() {
        return merged;
    }

    void add(String service, JsonNode document) {
        merged.put("openapi", document.path("openapi").asText());
        document.path("info").properties().stream()
                .filter(member -> !info().has(member.getKey()))
                .forEach(member -> info().set(member.getKey(), member.getValue()));
        var own = rename(document, clashes(document), capitalised(service));
        addTags(own.path("tags"));
        own.path("paths").properties().forEach(path -> {
            path.getValue().forEach(operation -> name(operation, service));
            merged.withObject("/paths").set(path.getKey(), path.getValue());
        });
        own.path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(component -> components(kind.getKey()).set(component.getKey(), component.getValue())));
    }

    private ObjectNode info() {
        return merged.withObject("/info");
    }

    private ObjectNode components(String kind) {
        return merged.withObject("/components").withObject("/" + kind);
    }

    /** The references to what is something else in the merged document: it differs, or refers to what does. */
    private Set<String> clashes(JsonNode document) {
        var clashes = new HashSet<String>();
        int before;
        do {
            before = clashes.size();
            document.path("components")
                    .properties()
                    .forEach(kind -> kind.getValue().properties().forEach(component -> {
                        var known = components(kind.getKey()).path(component.getKey());
                        if (!known.isMissingNode()
                                && (!known.equals(component.getValue()) || refersTo(component.getValue(), clashes))) {
                            clashes.add(COMPONENTS + kind.getKey() + "/" + component.getKey());
                        }
                    }));
        } while (clashes.size() > before);
        return clashes;
    }

    private static boolean refersTo(JsonNode node, Set<String> references) {
        if (node.isTextual()) {
            return references.contains(node.asText());
        }
        for (var inside : node) {
            if (refersTo(inside, references)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode rename(JsonNode document, Set<String> clashes, String prefix) {
        var renamed = (ObjectNode) document.deepCopy();
        redirect(renamed, clashes, prefix);
        for (var reference : clashes) {
            var kind = (ObjectNode) renamed.at(reference.substring(1, reference.lastIndexOf('/')));
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            kind.set(prefix + name, kind.remove(name));
        }
        return renamed;
    }

    private static void redirect(JsonNode node, Set<String> clashes, String prefix) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(redirected(member.getValue(), clashes, prefix)));
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, redirected(array.get(i), clashes, prefix));
            }
        }
    }

    private static JsonNode redirected(JsonNode node, Set<String> clashes, String prefix) {
        if (node.isTextual() && clashes.contains(node.asText())) {
            var reference = node.asText();
            var name = reference.lastIndexOf('/') + 1;
            return TextNode.valueOf(reference.substring(0, name) + prefix + reference.substring(name));
        }
        redirect(node, clashes, prefix);
        return node;
    }

    private void addTags(JsonNode tags) {
        var known = merged.withArray("/tags");
        tags.forEach(tag -> {
            if (!known.findValuesAsText("name").contains(tag.path("name").asText())) {
                known.add(tag);
            }
        });
    }

    /** An id that another service has already is told apart by the service. */
    private void name(JsonNode operation, String service) {
        if (operation instanceof ObjectNode object && object.has("operationId")) {
            var id = object.get("operationId").asText();
            if (!ids.add(id)) {
                object.put("operationId", service + capitalised(id));
                ids.add(service + capitalised(id));
            }
        }
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
