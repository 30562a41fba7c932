package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * The parameters of one operation: those of the path in its order, also where the code does not take them, then the
 * others.
 */
final class Parameters {

    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String PREFER = "Prefer";
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

    private final Words words;
    private final JsonNode resource;
    private final JsonNode own;

    Parameters(Words words, JsonNode resource, JsonNode own) {
        this.words = words;
        this.resource = resource;
        this.own = own;
    }

    static boolean has(Operation operation, String name) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(parameter -> parameter.getName().equals(name));
    }

    static boolean isDoneOnce(Operation operation) {
        return has(operation, IDEMPOTENCY_KEY);
    }

    void complete(String path, Operation operation, boolean isDoneOnce) {
        var declared = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        var parameters = new ArrayList<Parameter>();
        var inPath =
                IN_PATH.matcher(path).results().map(found -> found.group(1)).toList();
        inPath.forEach(name -> parameters.add(declared.stream()
                .filter(parameter -> isSame(parameter, name))
                .findFirst()
                .orElseGet(() -> text(In.PATH))
                .name(name)
                .required(true)));
        declared.stream()
                .filter(parameter -> parameter.getIn() != In.PATH)
                .sorted(Comparator.comparing(Parameter::getIn, Comparator.comparing(In.HEADER::equals)))
                .forEach(parameters::add);
        if (isDoneOnce || has(operation, PREFER)) {
            parameters.add(text(In.HEADER).name(IDEMPOTENCY_KEY));
        }
        if (own.path("success").has("304")) {
            parameters.add(text(In.HEADER).name("If-None-Match"));
        }
        parameters.forEach(this::describe);
        operation.setParameters(parameters);
    }

    private static boolean isSame(Parameter parameter, String name) {
        return parameter.getIn() == In.PATH
                && (parameter.getName().equals(name) || ("conference".equals(name) && "c".equals(parameter.getName())));
    }

    private static Parameter text(In in) {
        return OASFactory.createParameter()
                .in(in)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private void describe(Parameter parameter) {
        var name = parameter.getName();
        var wording = new Wording(Stream.of(
                        own.path("parameters").path(name),
                        resource.path("parameters").path(name))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(() -> words.parameter(name)));
        parameter.setSchema(wording.describe(parameter.getSchema()));
        parameter.setDescription(wording.text());
        parameter.getSchema().setDescription(null);
        if (wording.isNeeded()
                || (IF_MATCH.equals(name) && own.path("ifMatchIsNeeded").asBoolean())) {
            parameter.setRequired(true);
        }
    }
}
