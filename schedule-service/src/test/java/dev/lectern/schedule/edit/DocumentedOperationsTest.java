package dev.lectern.schedule.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.http.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of operations in the README is what the code reads. */
class DocumentedOperationsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*?) \\| .*? \\| `(\\{.*})` \\|$");
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void eachOperationThatPeopleMayAskForHasARow() throws IOException {
        var named = Arrays.stream(
                        Operation.class.getAnnotation(JsonSubTypes.class).value())
                .filter(kind -> RequestedOperation.class.isAssignableFrom(kind.value()))
                .map(JsonSubTypes.Type::name)
                .toList();
        assertThat(rows().stream().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void theExampleOfEachIsReadAsItAndHasTheMembersOfItsRow() throws IOException {
        for (var row : rows()) {
            var operation = JSON.readValue(row.group(3), RequestedOperation.class);
            var members = Arrays.stream(operation.getClass().getRecordComponents())
                    .map(member -> member.getName())
                    .toList();
            var described = row.group(2).replaceAll("[`?]", "").split(", ");
            assertThat(described).as(row.group(1)).containsExactlyInAnyOrderElementsOf(members);
            assertThat(JSON.readTree(row.group(3)).get("op").asText()).isEqualTo(row.group(1));
            assertThat(members).as(row.group(1)).containsAll(given(row.group(3)));
        }
    }

    private static List<String> given(String example) throws JsonProcessingException {
        return JSON.readTree(example).properties().stream()
                .map(member -> member.getKey())
                .filter(name -> !name.equals("op"))
                .toList();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
    }
}
