package dev.lectern.stack.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MergedApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MergedApi api = new MergedApi("Lectern", "Schedules", "https://lectern.example");

    @Test
    void hasThePathsAndTagsOfAllServicesAndThePublicAddress() {
        // When
        api.add("catalog", document("/catalog/talks", "listTalks", "Talk", "{\"type\":\"object\"}"));
        api.add("schedule", document("/schedule/rooms", "listRooms", "Room", "{\"type\":\"object\"}"));
        // Then
        var merged = api.document();
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("https://lectern.example");
        assertThat(merged.at("/info/title").asText()).isEqualTo("Lectern");
        assertThat(merged.at("/info/version").asText()).isEqualTo("1");
        assertThat(merged.at("/openapi").asText()).isEqualTo("3.1.0");
        assertThat(merged.at("/tags").findValuesAsText("name")).containsExactly("Talk", "Room");
        assertThat(referenceAt("/catalog/talks")).isEqualTo("#/components/schemas/Talk");
        assertThat(referenceAt("/schedule/rooms")).isEqualTo("#/components/schemas/Room");
    }

    @Test
    void whatTwoServicesSayAlikeIsThereOnce() {
        // When
        api.add("catalog", document("/a", "a", "Problem", "{\"type\":\"object\"}"));
        api.add("schedule", document("/b", "b", "Problem", "{\"type\":\"object\"}"));
        // Then
        assertThat(schemas()).hasSize(1);
        assertThat(referenceAt("/b")).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void whatHasOneNameAndIsNotTheSameStaysApart() {
        // When
        api.add("catalog", document("/a", "a", "State", "{\"enum\":[\"ACCEPTED\"]}"));
        api.add("schedule", document("/b", "b", "State", "{\"enum\":[\"RUNNING\"]}"));
        // Then
        assertThat(referenceAt("/a")).isEqualTo("#/components/schemas/State");
        assertThat(referenceAt("/b")).isEqualTo("#/components/schemas/ScheduleState");
        assertThat(schemas().at("/State/enum/0").asText()).isEqualTo("ACCEPTED");
        assertThat(schemas().at("/ScheduleState/enum/0").asText()).isEqualTo("RUNNING");
    }

    /** To the letter the two pages are alike, but what they refer to is not. */
    @Test
    void whatRefersToSomethingElseByTheSameNameStaysApartToo() {
        // Given
        var page = "\"Page\":{\"items\":{\"$ref\":\"#/components/schemas/Item\"}}";
        // When
        api.add("catalog", document("/a", "a", "Item", "{\"type\":\"string\"}," + page));
        api.add("schedule", document("/b", "b", "Item", "{\"type\":\"integer\"}," + page));
        // Then
        assertThat(schemas().at("/Page/items/$ref").asText()).endsWith("/Item");
        assertThat(schemas().at("/SchedulePage/items/$ref").asText()).endsWith("/ScheduleItem");
    }

    @Test
    void whatADiscriminatorMapsToIsRedirectedAsWell() {
        // Given
        var choice = "\"Choice\":{\"discriminator\":{\"mapping\":{\"pin\":\"#/components/schemas/Pin\"}}}";
        // When
        api.add("catalog", document("/a", "a", "Pin", "{\"type\":\"string\"}"));
        api.add("schedule", document("/b", "b", "Pin", "{\"type\":\"object\"}," + choice));
        // Then
        assertThat(schemas().at("/Choice/discriminator/mapping/pin").asText())
                .isEqualTo("#/components/schemas/SchedulePin");
    }

    @Test
    void operationsOfOneIdAreToldApart() {
        // When
        api.add("catalog", document("/a", "import", "A", "{}"));
        api.add("schedule", document("/b", "import", "A", "{}"));
        // Then
        assertThat(api.document().findValuesAsText("operationId")).containsExactly("import", "scheduleImport");
    }

    private JsonNode schemas() {
        return api.document().at("/components/schemas");
    }

    private String referenceAt(String path) {
        return api.document()
                .path("paths")
                .path(path)
                .at("/get/responses/200/content/json/schema/$ref")
                .asText();
    }

    private static JsonNode document(String path, String id, String schema, String shape) {
        try {
            return JSON.readTree("""
                    {"openapi":"3.1.0","info":{"title":"One service","version":"1"},"tags":[{"name":"%3$s"}],
                     "paths":{"%1$s":{"get":{"operationId":"%2$s","responses":{"200":{"content":
                       {"json":{"schema":{"$ref":"#/components/schemas/%3$s"}}}}}}}},
                     "components":{"schemas":{"%3$s":%4$s}}}""".formatted(path, id, schema, shape));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
