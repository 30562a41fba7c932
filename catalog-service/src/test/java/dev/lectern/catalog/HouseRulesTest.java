package dev.lectern.catalog;

import dev.lectern.chassis.testing.HouseRules;
import dev.lectern.chassis.testing.TableOwners;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theCatalogKeepsTheRules() {
        HouseRules.check("dev.lectern.catalog");
    }

    @Test
    void eachTableHasOneOwner() {
        TableOwners.check(Map.of("contribution_search", "contribution"), Map.of("presenter", Set.of("contribution")));
    }
}
