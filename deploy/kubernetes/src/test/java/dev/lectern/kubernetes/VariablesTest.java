package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    @Test
    void everythingThatServicesAreToldIsReadAndEverythingThatTheyNeedIsTold() {
        assertThat(Variables.faults(Manifests.base())).isEmpty();
    }

    @Test
    void whatServicesNeedIsFoundInTheirSources() {
        assertThat(Settings.needed("notification-service"))
                .contains(
                        "LECTERN_TOKEN_ISSUER",
                        "LECTERN_PUBLIC_URL",
                        "LECTERN_SMTP_HOST",
                        "LECTERN_SMTP_PORT",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "KAFKA_SASL_JAAS_CONFIG");
        assertThat(Settings.needed("catalog-service")).doesNotContain("LECTERN_SMTP_HOST", "LECTERN_PUBLIC_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "lectern, LECTERN_TOKEN_ISSUER, Deployment/catalog-service: needs LECTERN_TOKEN_ISSUER",
        "lectern, LECTERN_PUBLIC_URL, Deployment/schedule-service: needs LECTERN_PUBLIC_URL",
        "lectern, KAFKA_SASL_MECHANISM, Deployment/catalog-service: needs KAFKA_SASL_MECHANISM",
        "lectern-mail, LECTERN_SMTP_HOST, Deployment/notification-service: needs LECTERN_SMTP_HOST"
    })
    void aVariableThatIsMissingIsTold(String map, String name, String fault) {
        assertThat(Variables.faults(Manifests.base().with("ConfigMap", map, "/data/" + name, null)))
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "lectern, LECTERN_TOKEN_ISSUERS",
        "lectern, KAFKA_SSL_TRUST_STORE_TYPE",
        "lectern, QUARKUS_DATASOURCE_URL",
        "lectern-mail, LECTERN_SMTP_STARTTLS"
    })
    void aVariableThatNobodyReadsIsTold(String map, String name) {
        assertThat(Variables.faults(Manifests.base().with("ConfigMap", map, "/data/" + name, "x")))
                .containsExactly("ConfigMap/" + map + ": nobody reads " + name);
    }

    @Test
    void aFileOfASecretIsNamedAsAPropertyIs() {
        var broken = Manifests.base()
                .with(
                        "Deployment",
                        "catalog-service",
                        "/spec/template/spec/volumes/0/projected/sources/0/secret/items/0/path",
                        "datasource.password");
        assertThat(Variables.faults(broken))
                .containsExactlyInAnyOrder(
                        "Deployment/catalog-service: does not read DATASOURCE_PASSWORD",
                        "Deployment/catalog-service: needs QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void aDeploymentsOwnVariableIsReadByIt() {
        var broken = Manifests.base()
                .with(
                        "Deployment",
                        "catalog-service",
                        "/spec/template/spec/containers/0/env/1/name",
                        "LECTERN_MAIL_FROM");
        assertThat(Variables.faults(broken))
                .containsExactlyInAnyOrder(
                        "Deployment/catalog-service: does not read LECTERN_MAIL_FROM",
                        "Deployment/catalog-service: needs QUARKUS_DATASOURCE_USERNAME");
    }
}
