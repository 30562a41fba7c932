package dev.lectern.chassis.testing;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theChassisKeepsTheRules() {
        HouseRules.check("dev.lectern.chassis");
    }
}
