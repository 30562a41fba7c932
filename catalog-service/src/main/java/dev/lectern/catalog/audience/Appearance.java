package dev.lectern.catalog.audience;

import dev.lectern.catalog.audience.Tell.ContributionName;
import dev.lectern.catalog.audience.Tell.SessionName;
import java.util.List;
import java.util.UUID;

/**
 * A talk or a session that has a place, as those who appear in it know it.
 *
 * @param contribution null for a session
 * @param session null for a talk
 * @param isOn whether it takes place
 * @param announced the revision of what people were last told of it
 * @param told what its mails say of it, apart from who appears; compared only
 */
record Appearance(
        UUID id,
        ContributionName contribution,
        SessionName session,
        String room,
        boolean isOn,
        long announced,
        List<Object> told,
        List<UUID> people) {

    static Appearance of(Placement placement, CatalogFacts.Talk talk) {
        return new Appearance(
                placement.id(),
                new ContributionName(talk.number(), talk.title()),
                null,
                placement.roomSlug(),
                talk.isOn(),
                talk.announced(),
                talk.told(),
                talk.isOn() ? talk.presenters() : List.of());
    }

    /** Nothing that the catalog does to a session changes it; only its chairs are known here. */
    static Appearance of(Placement session) {
        return new Appearance(
                session.id(),
                null,
                new SessionName(session.id(), session.sessionTitle()),
                session.roomSlug(),
                true,
                0,
                List.of(),
                session.chairs());
    }
}
