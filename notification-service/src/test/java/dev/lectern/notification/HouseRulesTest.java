package dev.lectern.notification;

import dev.lectern.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        HouseRules.check("dev.lectern.notification");
    }
}
