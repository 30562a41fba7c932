package dev.lectern.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** How a service is run: with no more rights than it needs, watched, and ended with time to finish. */
final class Hardening {

    private static final int MANAGEMENT = 9000;
    private static final String POD = "/spec/template/spec";

    private final Manifest deployment;
    private final List<String> faults;

    private Hardening(Manifest deployment, List<String> faults) {
        this.deployment = deployment;
        this.faults = faults;
    }

    static List<String> faults(Manifests manifests) {
        var faults = new ArrayList<String>();
        manifests.services().forEach(deployment -> {
            var hardening = new Hardening(deployment, faults);
            hardening.rights();
            hardening.probes();
            hardening.end();
            hardening.image();
            hardening.require(
                    manifests
                            .ofKind("PodDisruptionBudget")
                            .anyMatch(budget -> Pods.of(manifests)
                                    .owners(budget.at("/spec/selector"))
                                    .contains(deployment.name())),
                    "a PodDisruptionBudget");
        });
        manifests
                .ofKind("ServiceAccount")
                .filter(account -> account.at("/automountServiceAccountToken").asBoolean(true))
                .forEach(account -> faults.add(account + " gives a token"));
        return faults;
    }

    private void require(boolean met, String rule) {
        if (!met) {
            faults.add(deployment.name() + " lacks " + rule);
        }
    }

    /** The restricted standard of Kubernetes for pods, and a little more. */
    private void rights() {
        var pod = deployment.at(POD);
        var own = deployment.container().path("securityContext");
        require(!pod.path("automountServiceAccountToken").asBoolean(true), "no token of the API");
        require(!pod.path("enableServiceLinks").asBoolean(true), "no variables of Services");
        require(pod.at("/securityContext/runAsNonRoot").asBoolean(), "runAsNonRoot");
        require(pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"), "seccompProfile");
        require(!own.path("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation");
        require(own.path("readOnlyRootFilesystem").asBoolean(), "readOnlyRootFilesystem");
        require(own.at("/capabilities/drop/0").asText().equals("ALL"), "dropped capabilities");
        require(
                deployment
                        .container()
                        .path("volumeMounts")
                        .valueStream()
                        .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp")),
                "a place for temporary files");
        require(!deployment.container().at("/resources/requests/cpu").isMissingNode(), "a request of CPU");
        require(
                deployment
                        .container()
                        .at("/resources/requests/memory")
                        .equals(deployment.container().at("/resources/limits/memory")),
                "the memory that it is limited to");
    }

    private void probes() {
        probe("startupProbe", "/q/health/started");
        probe("livenessProbe", "/q/health/live");
        probe("readinessProbe", "/q/health/ready");
    }

    private void probe(String name, String path) {
        var get = deployment.container().path(name).path("httpGet");
        require(get.path("path").asText().equals(path) && port(get.path("port").asText()) == MANAGEMENT, name);
    }

    private int port(String name) {
        return deployment
                .container()
                .path("ports")
                .valueStream()
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst()
                .orElse(0);
    }

    /** Kubernetes' time runs from the hook on: waiting for the Gateway, then Quarkus' timeout, then closing. */
    private void end() {
        var wait = deployment.container().at("/lifecycle/preStop/sleep/seconds").asInt();
        var drain = seconds(Settings.properties(deployment.name()), "quarkus.shutdown.timeout");
        require(wait >= 5, "a wait before its end");
        require(deployment.at(POD).path("terminationGracePeriodSeconds").asInt() >= wait + 2 * drain, "time to end in");
    }

    private static int seconds(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name).replace("s", ""));
    }

    private void image() {
        require(
                deployment.container().path("image").asText().equals("lectern/" + deployment.name() + ":" + version()),
                "the image of this version");
    }

    private static String version() {
        var version = Pattern.compile("<version>([^<]+)</version>").matcher(Settings.read("pom.xml"));
        if (!version.find()) {
            throw new AssertionError("the project has no version");
        }
        return version.group(1);
    }
}
