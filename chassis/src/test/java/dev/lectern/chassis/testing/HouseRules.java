package dev.lectern.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house that a machine can check. Each module checks its own classes against them. */
public final class HouseRules {

    private HouseRules() {}

    /** @param root the module's root package, {@code dev.lectern.<module>} */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/chassis/testing/"))
                .importPackages(root);
        for (var rule : rules(root)) {
            rule.check(classes);
        }
    }

    static List<ArchRule> rules(String root) {
        return List.of(
                packagesHaveNoCycles(root),
                packagesAreOneLevelDeep(root),
                namesSayWhatAClassDoes(),
                modelsKnowNoHttpKafkaOrContainer(),
                fieldsArePrivateUnlessConstant(),
                everyPostIsDoneOnce(),
                nobodyPrintsToTheConsole());
    }

    private static ArchRule packagesHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule packagesAreOneLevelDeep(String root) {
        return classes().should().resideInAnyPackage(root, root + ".*").because("a feature is one package");
    }

    private static ArchRule namesSayWhatAClassDoes() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helpers?|Utils?|DTO|Dto|Service)")
                .orShould()
                .haveNameMatching(".*\\.Abstract[^.]*");
    }

    /** Entities and plain rules must run in a plain test. */
    private static ArchRule modelsKnowNoHttpKafkaOrContainer() {
        return noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Embeddable")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.jboss.resteasy..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive..")
                .allowEmptyShould(true);
    }

    private static ArchRule fieldsArePrivateUnlessConstant() {
        return fields().that()
                .arePublic()
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true);
    }

    /** A client that never got the answer must be able to ask again. */
    private static ArchRule everyPostIsDoneOnce() {
        return methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .and(describe("do not leave that to a job", HouseRules::doItThemselves))
                .should()
                .beAnnotatedWith("dev.lectern.chassis.idempotency.Idempotent")
                .andShould()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .allowEmptyShould(true);
    }

    private static boolean doItThemselves(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .noneMatch(call -> call.getTargetOwner().getName().equals("dev.lectern.chassis.job.Jobs")
                        && call.getName().equals("run"));
    }

    private static ArchRule nobodyPrintsToTheConsole() {
        return noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
    }
}
