package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteTest {

    /** As the gateway of the one-machine stack has it. */
    private static final Map<String, String> ROUTES = Map.of(
            "/catalog", "catalog-service:http",
            "/schedule", "schedule-service:http",
            "/agenda", "schedule-service:agenda",
            "/notification", "notification-service:http",
            "/presenter", "notification-service:http");

    @Test
    void theFirstSegmentOfThePathSaysWhichServiceAnswers() {
        assertThat(routes(Manifests.base())).isEqualTo(ROUTES);
    }

    @Test
    void aRouteThatLeadsElsewhereIsSeen() {
        var base = Manifests.base();
        assertThat(routes(base.with("HTTPRoute", "lectern", "/spec/rules/2/backendRefs/0/port", 8080)))
                .isNotEqualTo(ROUTES);
        assertThat(routes(base.with("HTTPRoute", "lectern", "/spec/rules/0/matches/0/path/value", "/")))
                .isNotEqualTo(ROUTES);
        assertThat(routes(base.with("HTTPRoute", "lectern", "/spec/rules/0/matches/0/path/type", "Exact")))
                .isNotEqualTo(ROUTES);
    }

    @Test
    void agendasAreServedWhereTheServiceListensForThem() {
        assertThat(Pods.of(Manifests.base())
                        .the("schedule-service")
                        .ports()
                        .get(Integer.valueOf(
                                Settings.properties("schedule-service").getProperty("lectern.agenda.port"))))
                .isEqualTo("agenda");
    }

    private static Map<String, String> routes(Manifests manifests) {
        return manifests
                .the("HTTPRoute", "lectern")
                .at("/spec/rules")
                .valueStream()
                .filter(rule -> rule.at("/matches/0/path/type").asText().equals("PathPrefix"))
                .collect(Collectors.toMap(
                        rule -> rule.at("/matches/0/path/value").asText(), rule -> {
                            var name = rule.at("/backendRefs/0/name").asText();
                            var port = rule.at("/backendRefs/0/port").asInt();
                            return name + ":" + portName(manifests.the("Service", name), port);
                        }));
    }

    private static String portName(Manifest service, int number) {
        return service.at("/spec/ports")
                .valueStream()
                .filter(port -> port.path("port").asInt() == number)
                .map(port -> port.path("name").asText())
                .findFirst()
                .orElse("none");
    }
}
