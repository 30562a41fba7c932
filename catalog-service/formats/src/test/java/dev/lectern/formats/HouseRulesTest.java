package dev.lectern.formats;

import dev.lectern.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theCodeKeepsTheRulesOfTheHouse() {
        HouseRules.check("dev.lectern.formats");
    }
}
