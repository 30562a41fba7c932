package dev.lectern.catalog;

import dev.lectern.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theCatalogKeepsTheRules() {
        HouseRules.check("dev.lectern.catalog");
    }
}
