package dev.lectern.schedule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lectern.chassis.testing.HouseRules;
import dev.lectern.chassis.testing.TableOwners;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theCodeKeepsTheRulesOfTheHouse() {
        HouseRules.check("dev.lectern.schedule");
    }

    @Test
    void eachTableHasOneOwner() {
        TableOwners.check(
                Map.of("last_place", "store", "preview_key", "agenda"),
                Map.of(
                        // What is a model there is kept here; an edit reads a talk with all that it asks for next.
                        "store",
                        Set.of(
                                "booking",
                                "break",
                                "change",
                                "conference",
                                "contribution",
                                "room",
                                "schedule",
                                "session",
                                "slot"),
                        // One query for a crowd of readers, and the conferences with a public agenda.
                        "agenda",
                        Set.of("conference", "schedule"),
                        // Neighbours are found by one statement over places, presenters and their times.
                        "warning",
                        Set.of("availability", "booking", "contribution")));
    }

    /**
     * What a schedule is made of and how it is edited runs in a plain test; annotations say how others store and write
     * it.
     */
    @Test
    void theRulesOfEditingAskNoDatabaseAndAnswerNobody() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.lectern.schedule.edit", "dev.lectern.schedule.timetable")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "dev.lectern.chassis.database",
                        "dev.lectern.chassis.http",
                        "dev.lectern.chassis.outbox",
                        "io.quarkus..",
                        "io.vertx..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.transaction..",
                        "jakarta.ws.rs..",
                        "org.apache.kafka..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.lectern.schedule"));
    }
}
