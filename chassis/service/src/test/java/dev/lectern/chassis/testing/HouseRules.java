package dev.lectern.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house that a machine can check. Each module checks its own classes against them. */
public final class HouseRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final Pattern SEGMENTS =
            Pattern.compile("/?([A-Za-z0-9.-]+|\\{[A-Za-z]+})(/([A-Za-z0-9.-]+|\\{[A-Za-z]+}))*");

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
                readersAndWritersKnowNoFramework(),
                fieldsArePrivateUnlessConstant(),
                everyPostIsDoneOnce(),
                noPathIsARegularExpression(),
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

    /**
     * What reads and writes files and text must do so anywhere, and must not become a reason to wait for an upgrade of
     * a framework.
     */
    private static ArchRule readersAndWritersKnowNoFramework() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.lectern.formats..",
                        "dev.lectern.chassis..calendar",
                        "dev.lectern.chassis..file",
                        "dev.lectern.chassis..text")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.persistence..",
                        "jakarta.ws.rs..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "org.hibernate..")
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

    /**
     * The framework makes a regular expression of a path whose parameters are not whole segments, and tries it on
     * whatever anybody sends: time that grows with the square of the length, on the thread that serves everybody.
     */
    private static ArchRule noPathIsARegularExpression() {
        return classes().should(havePathsOfWholeSegments()).allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> havePathsOfWholeSegments() {
        return new ArchCondition<>("have paths whose segments are words or parameters") {
            @Override
            public void check(JavaClass where, ConditionEvents events) {
                Stream.concat(Stream.of(where), where.getMethods().stream())
                        .flatMap(place -> place.tryGetAnnotationOfType(PATH).stream())
                        .map(path -> (String) path.get("value").orElse(""))
                        .filter(path -> !SEGMENTS.matcher(path).matches())
                        .forEach(path -> events.add(SimpleConditionEvent.violated(where, where + ": " + path)));
            }
        };
    }

    private static ArchRule nobodyPrintsToTheConsole() {
        return noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
    }
}
