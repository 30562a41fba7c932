package dev.lectern.catalog.audience;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the catalog says of those who may be told, and of what they may be told of. */
public interface CatalogFacts {

    /**
     * A talk as its presenters know it.
     *
     * @param isOn whether it can have a place
     * @param announced the revision of what people were last told of it
     * @param told what its mails say of it; compared only
     */
    record Talk(int number, String title, boolean isOn, long announced, List<Object> told, List<UUID> presenters) {}

    /** @param email null where nothing can be sent */
    record Person(UUID id, String name, String email, List<UUID> mergedIds) {

        boolean isOrWas(UUID someone) {
            return id.equals(someone) || mergedIds.contains(someone);
        }
    }

    /** @param announced the revision of what people were last told of the conference */
    record Zone(String timeZone, long announced) {}

    /** By id; those that were never contributions are not in it. */
    Map<UUID, Talk> talks(Collection<UUID> contributions);

    /** Who these are today; who was erased is left out. */
    List<Person> people(Collection<UUID> ids);

    Zone zone(UUID conference);
}
