package dev.lectern.notification;

import dev.lectern.chassis.testing.HouseRules;
import dev.lectern.chassis.testing.TableOwners;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        HouseRules.check("dev.lectern.notification");
    }

    @Test
    void eachTableHasOneOwner() {
        TableOwners.check(
                Map.of(
                        "touch",
                        "briefing",
                        "bad_address",
                        "briefing",
                        "presenter_link",
                        "link",
                        "return_path_key",
                        "bounce",
                        "bounce_mailbox",
                        "bounce",
                        "answers_due",
                        "briefing",
                        "address_change",
                        "page"),
                Map.of(
                        // The evaluation looks for what is newer than it knows, in all that it compares.
                        "briefing",
                        Set.of(
                                "settings",
                                "notice",
                                "conference",
                                "appearance",
                                "slot",
                                "presenter",
                                "address",
                                "former_presenter"),
                        // A claim takes the next mails that no evaluation is to look at before, and notes the attempts.
                        "delivery",
                        Set.of("notice", "touch", "delivery")));
    }
}
