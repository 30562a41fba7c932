package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The answers of one operation: those of success as its words have them, and the problems that can happen by what the
 * operation is.
 */
final class Answers {

    private static final String OK = "200";

    private final Words words;
    private final JsonNode own;

    Answers(Words words, JsonNode own) {
        this.words = words;
        this.own = own;
    }

    /**
     * @param isGuarded it needs a token
     * @param isTagged the resource has an entity tag
     */
    void complete(String path, Operation operation, boolean isGuarded, boolean isTagged) {
        var answers = new LinkedHashMap<String, APIResponse>();
        successes(operation, isTagged).forEach(answers::put);
        problems(path, operation, isGuarded)
                .forEach((status, more) -> answers.put(status, Problems.response(words, status, more)));
        answers.put(Problems.OTHERS, Problems.response(words, Problems.OTHERS, ""));
        operation.getResponses().setAPIResponses(answers);
    }

    private Map<String, APIResponse> successes(Operation operation, boolean isTagged) {
        var made = operation.getResponses().getAPIResponses();
        var successes = new TreeMap<String, APIResponse>();
        own.path("success").properties().forEach(success -> {
            var status = success.getKey();
            var answer = OASFactory.createAPIResponse()
                    .description(success.getValue().asText());
            if (!"304".equals(status)) {
                answer.setContent(made.getOrDefault(status, made.get(OK)).getContent());
            }
            if ((isTagged && !"202".equals(status)) || own.path("success").has("304")) {
                answer.addHeader("ETag", Problems.header(words.parameter("ETag").asText()));
            }
            if (List.of("201", "202").contains(status)) {
                answer.addHeader(
                        "Location", Problems.header(words.parameter("Location").asText()));
            }
            if ("202".equals(status)) {
                answer.addHeader(
                        "Retry-After",
                        Problems.header(words.parameter("Retry-After").asText()));
            }
            successes.put(status, answer);
        });
        return successes.isEmpty() ? made : successes;
    }

    /** What can go wrong, and what the operation has to say about it. */
    private Map<String, String> problems(String path, Operation operation, boolean isGuarded) {
        var body = operation.getRequestBody();
        var problems = new TreeMap<String, String>();
        add(problems, isGuarded || hasQuery(operation), "400");
        add(problems, isGuarded, "401", "403", "429");
        add(problems, path.contains("{"), "404");
        add(problems, body != null, "408", "413");
        add(problems, body != null && body.getContent().getMediaType(Uploads.ANY) == null, "415");
        add(problems, Parameters.has(operation, "If-Match"), "412");
        add(problems, own.path("ifMatchIsNeeded").asBoolean(), "428");
        add(problems, Parameters.isDoneOnce(operation), "422");
        add(problems, true, "406", "503");
        own.path("problems")
                .properties()
                .forEach(problem ->
                        problems.put(problem.getKey(), problem.getValue().asText()));
        own.path("without").forEach(status -> problems.remove(status.asText()));
        return problems;
    }

    private static boolean hasQuery(Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(parameter -> parameter.getIn() == In.QUERY);
    }

    private static void add(Map<String, String> problems, boolean happen, String... statuses) {
        for (var status : statuses) {
            if (happen) {
                problems.put(status, "");
            }
        }
    }
}
