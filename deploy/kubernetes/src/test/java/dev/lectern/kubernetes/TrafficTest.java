package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final List<Integer> PORTS =
            List.of(25, 53, 443, 587, 5432, 6443, 8000, 8080, 8090, 9000, 9090, 9093);

    @Test
    void everybodyReachesWhatTheyNeedAndNothingElse() {
        assertThat(open(Manifests.base()))
                .containsExactlyInAnyOrder(
                        "catalog-service > catalog-database:5432",
                        "schedule-service > schedule-database:5432",
                        "notification-service > notification-database:5432",
                        "catalog-service > kafka:9093",
                        "schedule-service > kafka:9093",
                        "notification-service > kafka:9093",
                        "catalog-database > catalog-database:5432",
                        "catalog-database > catalog-database:8000",
                        "schedule-database > schedule-database:5432",
                        "schedule-database > schedule-database:8000",
                        "notification-database > notification-database:5432",
                        "notification-database > notification-database:8000");
    }

    @Test
    void othersComeInWhereTheyAreExpected() {
        assertThat(openTo(Manifests.base()))
                .containsExactlyInAnyOrder(
                        "gateway > catalog-service:8080",
                        "gateway > schedule-service:8080",
                        "gateway > schedule-service:8090",
                        "gateway > notification-service:8080",
                        "monitoring > catalog-service:9000",
                        "monitoring > schedule-service:9000",
                        "monitoring > notification-service:9000",
                        "cnpg-system > catalog-database:5432",
                        "cnpg-system > catalog-database:8000",
                        "cnpg-system > schedule-database:5432",
                        "cnpg-system > schedule-database:8000",
                        "cnpg-system > notification-database:5432",
                        "cnpg-system > notification-database:8000");
    }

    /** The issuer's keys, the mail server, the Kubernetes API and the object storage have no labels to be known by. */
    @Test
    void whatLeavesTheClusterLeavesByFewPorts() {
        assertThat(openAnywhere(Manifests.base()))
                .containsExactlyInAnyOrder(
                        "catalog-service > 443",
                        "schedule-service > 443",
                        "notification-service > 443",
                        "notification-service > 587",
                        "kafka > 443",
                        "kafka > 6443",
                        "entity-operator > 443",
                        "entity-operator > 6443",
                        "catalog-database > 443",
                        "catalog-database > 6443",
                        "schedule-database > 443",
                        "schedule-database > 6443",
                        "notification-database > 443",
                        "notification-database > 6443");
    }

    @Test
    void everybodyMayAskForNames() {
        var manifests = Manifests.base();
        var traffic = new Traffic(manifests);
        assertThat(Pods.of(manifests).all()).allMatch(pod -> traffic.mayGoToNamespace(pod, "kube-system", 53));
        var broken = new Traffic(manifests.without("NetworkPolicy", "dns"));
        assertThat(Pods.of(manifests).all()).noneMatch(pod -> broken.mayGoToNamespace(pod, "kube-system", 53));
    }

    @Test
    void aPolicyThatIsGoneOrTooWideIsSeen() {
        var base = Manifests.base();
        assertThat(open(base.without("NetworkPolicy", "catalog-service")))
                .doesNotContain("catalog-service > catalog-database:5432");
        var curious = base.with("NetworkPolicy", "schedule-service", "/spec/egress/0/to/0/podSelector", Map.of());
        assertThat(open(curious)).doesNotContain("schedule-service > catalog-database:5432");
        assertThat(open(curious.with(
                        "NetworkPolicy", "catalog-database", "/spec/ingress/0/from/0/podSelector", Map.of())))
                .contains("schedule-service > catalog-database:5432");
        assertThat(open(base.with("Kafka", "lectern", "/spec/kafka/listeners/0/networkPolicyPeers", List.of())))
                .doesNotContain("catalog-service > kafka:9093");
        assertThat(openAnywhere(base.with("NetworkPolicy", "services", "/spec/egress/1/ports", null)))
                .contains("catalog-service > 25");
        assertThat(openTo(base.with("NetworkPolicy", "services", "/spec/ingress/0/ports", null)))
                .contains("gateway > catalog-service:9000");
    }

    @Test
    void withoutTheDenialOfAllElseMuchIsOpen() {
        assertThat(openTo(Manifests.base().without("NetworkPolicy", "default-deny")))
                .contains("gateway > kafka:9093");
    }

    private static Set<String> open(Manifests manifests) {
        var traffic = new Traffic(manifests);
        var pods = Pods.of(manifests).all();
        var open = new TreeSet<String>();
        pods.forEach(from -> pods.forEach(to -> PORTS.stream()
                .filter(port -> to.ports().containsKey(port) && traffic.mayTalk(from, to, port))
                .forEach(port -> open.add(from.owner() + " > " + to.owner() + ":" + port))));
        return open;
    }

    private static Set<String> openTo(Manifests manifests) {
        var traffic = new Traffic(manifests);
        var open = new TreeSet<String>();
        for (var namespace : List.of("gateway", "monitoring", "cnpg-system", "default")) {
            Pods.of(manifests)
                    .all()
                    .forEach(pod -> PORTS.stream()
                            .filter(port -> traffic.mayComeInFrom(namespace, pod, port))
                            .forEach(port -> open.add(namespace + " > " + pod.owner() + ":" + port)));
        }
        return open;
    }

    private static Set<String> openAnywhere(Manifests manifests) {
        var traffic = new Traffic(manifests);
        var open = new TreeSet<String>();
        Pods.of(manifests)
                .all()
                .forEach(pod -> PORTS.stream()
                        .filter(port -> traffic.mayGoAnywhere(pod, port))
                        .forEach(port -> open.add(pod.owner() + " > " + port)));
        return open;
    }
}
