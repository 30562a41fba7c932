package dev.lectern.notification.replica;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Fired before newer states are stored, in the transaction that does it, so that whoever reads the replicas locks what
 * they are about: all of it at once.
 *
 * @param appearances which there are newer states of, or of their slots, with their conferences
 * @param withCompany those of them that were altered together with others, whose states arrive too
 * @param held those of them whose mails are to be looked at before they are sent
 * @param presenters by all ids that they are or were known by
 * @param conferences which are new here, or deleted; any other change of theirs is no news to anybody
 */
public record StatesArriving(
        Map<UUID, UUID> appearances,
        Set<UUID> withCompany,
        Set<UUID> held,
        Set<UUID> presenters,
        Set<UUID> conferences) {

    static StatesArriving ofAppearances(Map<UUID, UUID> appearances) {
        return ofSlots(appearances, Set.of(), Set.of());
    }

    static StatesArriving ofSlots(Map<UUID, UUID> appearances, Set<UUID> withCompany, Set<UUID> held) {
        return new StatesArriving(appearances, withCompany, held, Set.of(), Set.of());
    }

    /** Those by all ids that they are or were known by. */
    public static StatesArriving ofPresenters(Set<UUID> presenters) {
        return new StatesArriving(Map.of(), Set.of(), Set.of(), presenters, Set.of());
    }

    static StatesArriving ofConferences(Set<UUID> conferences) {
        return new StatesArriving(Map.of(), Set.of(), Set.of(), Set.of(), conferences);
    }
}
