package dev.lectern.notification.briefing;

import dev.lectern.chassis.replica.Identities;
import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.Announced;
import dev.lectern.notification.replica.Appearance;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.replica.Slot;
import dev.lectern.notification.replica.SlotStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the replicas hold about one briefing; null where they hold nothing yet.
 *
 * @param people who presents or chairs it
 * @param others where else in it mail goes to
 * @param badAddresses why mail does not get to some of the addresses
 */
record BriefingFacts(
        Conference conference,
        Appearance appearance,
        Slot slot,
        Presenter presenter,
        Address address,
        People people,
        Set<String> others,
        Map<String, String> badAddresses,
        Identities identities) {

    /** The people who are known, and whether that is everybody. */
    record People(List<Facts.Person> known, boolean isEverybody) {

        boolean has(UUID presenter) {
            return known.stream().anyMatch(person -> person.id().equals(presenter));
        }
    }

    /** Whether enough is known, and published, to tell anybody anything. */
    boolean canBeTold() {
        return conference != null
                && !conference.isDeleted()
                && appearance != null
                && !appearance.isGoneWithItsConference()
                && presenter != null
                && (address != null || presenter.isDeleted())
                && people.isEverybody()
                && slot != null
                && slot.status() != SlotStatus.UNPUBLISHED;
    }

    /** What is true now; null when there is nothing to tell. */
    Facts current() {
        var placed = appearance != null
                && !appearance.isOff()
                && slot != null
                && slot.status() == SlotStatus.SCHEDULED
                && presenter != null
                && people.has(presenter.id());
        return placed ? facts() : null;
    }

    /** Whether the reader is no longer a presenter of an appearance that goes on. */
    boolean hasDroppedReader() {
        return appearance != null && presenter != null && !appearance.isDeleted() && !people.has(presenter.id());
    }

    /** Whether somebody else who is in it can be written to where the reader is. */
    boolean sharesAddress() {
        return email() != null && others.contains(email());
    }

    /** These facts with the ids that people have today, null for none. */
    Facts known(Facts facts) {
        return facts == null ? null : facts.known(identities::traced);
    }

    /** Where the reader can be written to, null if nowhere. */
    String email() {
        return address == null ? null : address.email();
    }

    boolean isAddressBad() {
        return email() != null && badAddresses.containsKey(email());
    }

    /** Why no mail gets to the reader; null where it does, or nobody knows why. */
    String addressFault() {
        return email() == null ? null : badAddresses.get(email());
    }

    /** The reader's name, null while nothing is known of them. */
    String presenterName() {
        return presenter == null ? null : presenter.name();
    }

    AnnouncedRevisions announced() {
        return new AnnouncedRevisions(
                slot == null ? 0 : slot.announced().revision(),
                appearance == null ? 0 : appearance.announced().revision());
    }

    /** The later of the announcements that still need telling; empty when it is only the address that is new. */
    Optional<Announced> latestBeyond(AnnouncedRevisions settled) {
        var ofSlot = Stream.of(slot.announced()).filter(announced -> announced.revision() > settled.slot());
        var ofAppearance =
                Stream.of(appearance.announced()).filter(announced -> announced.revision() > settled.appearance());
        return Stream.concat(ofSlot, ofAppearance).max(Comparator.comparing(Announced::at));
    }

    /** When the state was made that is current now. */
    Instant changedAt() {
        return slot.changedAt().isAfter(appearance.changedAt()) ? slot.changedAt() : appearance.changedAt();
    }

    private Facts facts() {
        return new Facts(
                appearance.title(),
                appearance.abstractText(),
                appearance.type(),
                appearance.track(),
                slot.room(),
                slot.roomSlug(),
                slot.startsAt(),
                slot.endsAt(),
                slot.timeZone(),
                people.known());
    }
}
