package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningTest {

    @Test
    void servicesRunWithFewRightsAndEndInTime() {
        assertThat(Hardening.faults(Manifests.base())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "automountServiceAccountToken, true, no token of the API",
        "enableServiceLinks, true, no variables of Services",
        "securityContext/runAsNonRoot, false, runAsNonRoot",
        "securityContext/seccompProfile/type, Unconfined, seccompProfile",
        "containers/0/securityContext/allowPrivilegeEscalation, true, allowPrivilegeEscalation",
        "containers/0/securityContext/readOnlyRootFilesystem, false, readOnlyRootFilesystem",
        "containers/0/securityContext/capabilities/drop/0, NET_RAW, dropped capabilities",
        "containers/0/volumeMounts/2/mountPath, /var/tmp, a place for temporary files",
        "containers/0/resources/requests/cpu,, a request of CPU",
        "containers/0/resources/requests/memory, 1Mi, the memory that it is limited to",
        "containers/0/startupProbe/httpGet/path, /q/health/live, startupProbe",
        "containers/0/livenessProbe/httpGet/path, /q/health/ready, livenessProbe",
        "containers/0/readinessProbe/httpGet/port, http, readinessProbe",
        "containers/0/lifecycle,, a wait before its end",
        "terminationGracePeriodSeconds, 20, time to end in",
        "containers/0/image, lectern/catalog-service:latest, the image of this version"
    })
    void eachIsMissed(String field, String value, String rule) {
        var broken = Manifests.base().with("Deployment", "catalog-service", "/spec/template/spec/" + field, value);
        assertThat(Hardening.faults(broken)).contains("catalog-service lacks " + rule);
    }

    @Test
    void aBudgetAndATokenOfTheAccountAreMissedToo() {
        assertThat(Hardening.faults(Manifests.base().without("PodDisruptionBudget", "catalog-service")))
                .containsExactly("catalog-service lacks a PodDisruptionBudget");
        assertThat(Hardening.faults(Manifests.base()
                        .with("ServiceAccount", "catalog-service", "/automountServiceAccountToken", null)))
                .containsExactly("ServiceAccount/catalog-service gives a token");
    }

    /** The node reads a file of 0440 for the group that a pod's files belong to. */
    @Test
    void secretsAreReadByTheServiceOnly() {
        assertThat(Manifests.base().services()).allSatisfy(deployment -> {
            assertThat(deployment.everywhere("defaultMode").map(mode -> Integer.toOctalString(mode.asInt())))
                    .containsOnly("440");
            assertThat(deployment.text("/spec/template/spec/securityContext/fsGroup"))
                    .isEqualTo(deployment.text("/spec/template/spec/securityContext/runAsUser"));
        });
    }
}
