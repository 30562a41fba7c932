package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlaysTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml kustomization\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECOVERY = Pattern.compile("```yaml recovery\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BOUNCES = Pattern.compile("```yaml bounces\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"base", "small", "large"})
    void whatAFolderIsMadeOfIsThere(String folder) {
        assertThat(Kustomization.of(folder).faults()).isEmpty();
    }

    @Test
    void whatIsNotThereIsTold() {
        var small = Kustomization.of("small");
        assertThat(small.with("bases", List.of("../base")).faults()).containsExactly("unknown field bases");
        assertThat(small.with("resources", List.of("../case")).faults()).containsExactly("missing case");
        assertThat(small.with("replicas", List.of(Map.of("name", "catalog", "count", 1)))
                        .faults())
                .containsExactly("replicas of no Deployment catalog");
        assertThat(small.with("patches", List.of(Map.of("target", Map.of("kind", "Kafka", "name", "x"))))
                        .faults())
                .containsExactly("patch of no Kafka x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void whatIsRenderedKeepsAllRules(String overlay) throws Exception {
        var rendered = renderer().render(Manifests.HOME.resolve(overlay));
        assertThat(rendered.all())
                .hasSameSizeAs(Kustomization.of(overlay).manifests().all());
        assertRules(rendered);
        assertThat(Hardening.faults(rendered)).isEmpty();
        assertThat(rendered.all().stream()
                        .filter(manifest -> !manifest.kind().equals("Namespace"))
                        .map(manifest -> manifest.text("/metadata/namespace")))
                .containsOnly("lectern");
    }

    @Test
    void theSmallOneHasOneReplicaOfEachServiceAndTheLargeOneThreeAtLeast() throws Exception {
        var small = renderer().render(Manifests.HOME.resolve("small"));
        assertThat(small.services().map(service -> service.text("/spec/replicas")))
                .containsExactly("1", "1", "1");
        var large = renderer().render(Manifests.HOME.resolve("large"));
        assertThat(large.ofKind("HorizontalPodAutoscaler").map(autoscaler -> autoscaler.text("/spec/minReplicas")))
                .containsExactly("3", "3", "3");
        // Else each time that the manifests are applied the number would be set back.
        assertThat(large.services()).noneMatch(service -> service.at("/spec").has("replicas"));
    }

    @Test
    void theReadmesExampleOfAnOverlayIsOne(@TempDir Path own) throws Exception {
        var example = EXAMPLE.matcher(Manifests.text(Manifests.HOME.resolve("README.md")));
        assertThat(example.find()).isTrue();
        var base = own.toRealPath().relativize(Manifests.HOME.toRealPath());
        Files.writeString(
                own.resolve("kustomization.yaml"),
                example.group(1).replace("../lectern/deploy/kubernetes", base.toString()));
        var rendered = renderer().render(own);
        assertRules(rendered);
        assertThat(rendered.the("HTTPRoute", "lectern").at("/spec/hostnames").toString())
                .isEqualTo("[\"schedule.conf.example\"]");
        assertThat(Variables.of(rendered, rendered.the("Deployment", "schedule-service")))
                .containsEntry("LECTERN_PUBLIC_URL", "https://schedule.conf.example")
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
    }

    @Test
    void withTheComponentRecoveryEachDatabaseIsMadeOfItsBackup(@TempDir Path own) throws Exception {
        var recovered = with(RECOVERY, own);
        assertRules(recovered);
        assertThat(recovered.ofKind("Cluster"))
                .hasSize(3)
                .allMatch(cluster -> cluster.at("/spec/bootstrap")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList()
                        .equals(List.of("recovery")));
        assertThat(Definitions.found()
                        .map(definitions -> definitions.faults(recovered))
                        .orElse(List.of()))
                .isEmpty();
    }

    @Test
    void withTheComponentBouncesTheMailboxIsReachedAndLoggedInTo(@TempDir Path own) throws Exception {
        var withMailbox = with(BOUNCES, own);
        assertRules(withMailbox);
        var traffic = new Traffic(withMailbox);
        assertThat(Pods.of(withMailbox).all().stream()
                        .filter(pod -> traffic.mayGoAnywhere(pod, 993))
                        .map(Pods.Pod::owner))
                .containsExactly("notification-service");
        assertThat(Addresses.mountedFiles(withMailbox.the("Deployment", "notification-service")))
                .contains(
                        "/etc/lectern/secrets/lectern.bounces.imap.user",
                        "/etc/lectern/secrets/lectern.bounces.imap.password");
    }

    @ParameterizedTest
    @CsvSource({
        "/spec/bootstrap/recovery/source, another, is made of a backup that is nowhere",
        "/spec/externalClusters/0/plugin/parameters/serverName, schedule-database, is made of the backup of another one",
        "/spec/plugins/0/parameters/serverName,, writes to the backup that it is made of"
    })
    void aRecoveryThatWouldFailIsTold(String pointer, String value, String fault, @TempDir Path own) throws Exception {
        var broken = with(RECOVERY, own).with("Cluster", "catalog-database", pointer, value);
        assertThat(Databases.faults(broken)).containsExactly("Cluster/catalog-database " + fault);
    }

    /** The example of an overlay, with what the README adds to it. */
    private static Manifests with(Pattern component, Path own) throws Exception {
        var readme = Manifests.text(Manifests.HOME.resolve("README.md"));
        var example = EXAMPLE.matcher(readme);
        var addition = component.matcher(readme);
        assertThat(example.find() && addition.find()).isTrue();
        var base = own.toRealPath().relativize(Manifests.HOME.toRealPath());
        Files.writeString(
                own.resolve("kustomization.yaml"),
                (example.group(1) + addition.group(1).stripIndent())
                        .replace("../lectern/deploy/kubernetes", base.toString()));
        return renderer().render(own);
    }

    @Test
    void whatTheToolRefusesIsTold(@TempDir Path broken) throws Exception {
        Files.writeString(broken.resolve("kustomization.yaml"), "resources: [missing.yaml]\n");
        var renderer = renderer();
        assertThatThrownBy(() -> renderer.render(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.yaml");
    }

    private static void assertRules(Manifests manifests) {
        assertThat(Kinds.faults(manifests)).isEmpty();
        assertThat(References.dangling(manifests)).isEmpty();
        assertThat(Variables.faults(manifests)).isEmpty();
        assertThat(Databases.faults(manifests)).isEmpty();
        assertThat(Topics.faults(manifests)).isEmpty();
    }

    private static Renderer renderer() {
        var found = Renderer.found();
        assumeTrue(found.isPresent(), "there is neither kubectl nor kustomize");
        return found.get();
    }
}
