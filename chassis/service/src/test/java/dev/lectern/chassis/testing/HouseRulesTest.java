package dev.lectern.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String BAD_HOUSE = "dev.lectern.chassis.badhouse";

    @Test
    void theChassisKeepsTheRules() {
        HouseRules.check("dev.lectern.chassis");
    }

    /** A guard that was never seen to fail guards nothing. */
    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleSeesWhatBreaksIt(ArchRule rule) {
        var badHouse = new ClassFileImporter().importPackages(BAD_HOUSE);

        assertThat(rule.evaluate(badHouse).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    static List<ArchRule> rules() {
        return HouseRules.rules(BAD_HOUSE);
    }
}
