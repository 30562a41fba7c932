package dev.lectern.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.events.Restoration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the AsyncAPI document of a service's events has to be: valid, of all of its topics, and of schemas that are
 * there.
 */
public final class AsyncApiRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApiRules() {}

    /**
     * @param service its name in topics
     * @param module the folder of its module
     * @return all that is wrong, in sentences
     */
    public static List<String> faults(String service, Path module) throws IOException {
        var events = module.resolve("events");
        var document = read(Files.newInputStream(events.resolve("asyncapi.yaml")));
        var faults = new ArrayList<String>();
        try (var schema = AsyncApiRules.class.getResourceAsStream("asyncapi-3.0.0.schema.json")) {
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(schema))
                    .validate(document)
                    .forEach(error -> faults.add(error.toString()));
        }
        var described = document.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        var told = topics(service, module.resolve("src/main/java"));
        if (!described.equals(told)) {
            faults.add("Topics are " + told + ", and described are " + described);
        }
        for (var reference : document.findValuesAsText("$ref")) {
            var isThere = reference.startsWith("#")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : Files.exists(events.resolve(reference));
            if (!isThere) {
                faults.add("There is no " + reference);
            }
        }
        document.at("/components/messages").properties().forEach(message -> {
            if (!message.getValue()
                    .at("/payload/schema/$ref")
                    .asText()
                    .contains(message.getKey() + ".v1.schema.json")) {
                faults.add(message.getKey() + " has not its own schema");
            }
        });
        restoration(events, faults);
        return faults;
    }

    /** What every service may say is the same in all contracts. */
    private static void restoration(Path events, List<String> faults) throws IOException {
        var example = Files.readString(events.resolve("restoration.v1.after-a-backup.example.json"));
        var written = EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(example, Restoration.class));
        if (!JSON.readTree(written).equals(JSON.readTree(example))) {
            faults.add("A restoration is written as " + written);
        }
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(events.resolve("restoration.v1.schema.json")), InputFormat.JSON)
                .validate(written, InputFormat.JSON)
                .forEach(error -> faults.add(error.toString()));
    }

    private static JsonNode read(InputStream yaml) throws IOException {
        try (yaml) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        }
    }

    /** The topics of the service's own that the code names. */
    private static Set<String> topics(String service, Path sources) throws IOException {
        var topic = Pattern.compile("\"(lectern\\." + service + "\\.[a-z]+\\.v[0-9]+)\"");
        var topics = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                topic.matcher(Files.readString(file)).results().forEach(found -> topics.add(found.group(1)));
            }
        }
        return topics;
    }
}
