package dev.lectern.notification.notice;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a notice says.
 *
 * @param told the facts that its reader knows once they have it; null for CANCELLED and REMOVED
 * @param author the display name of whoever made the change, null where nobody is to be named
 * @param settles the announcements that it was composed from
 * @param sequence the SEQUENCE of its calendar part
 * @param note what whoever released it adds for its reader, null for nothing
 */
@Embeddable
public record Content(
        @Enumerated(EnumType.STRING) Kind kind,
        @JdbcTypeCode(SqlTypes.JSON) Facts told,
        @JdbcTypeCode(SqlTypes.JSON) List<Difference> differences,
        String author,
        String comment,
        long scheduleVersion,

        @AttributeOverride(name = "slot", column = @Column(name = "settles_slot"))
        @AttributeOverride(name = "appearance", column = @Column(name = "settles_appearance"))
        AnnouncedRevisions settles,

        int sequence,
        String note) {

    /** About no talk and no session. */
    public static Content of(Kind kind, String author) {
        return new Content(kind, null, List.of(), author, null, 0, AnnouncedRevisions.NONE, 0, null);
    }

    Content withoutNames(Predicate<UUID> erased, Collection<String> names) {
        return new Content(
                kind,
                told == null ? null : told.withoutNames(erased),
                differences.stream()
                        .map(difference -> difference.withoutNames(names))
                        .toList(),
                author,
                comment,
                scheduleVersion,
                settles,
                sequence,
                note);
    }

    Content settling(AnnouncedRevisions announced) {
        return new Content(
                kind, told, differences, author, comment, scheduleVersion, settles.or(announced), sequence, note);
    }

    public Content withNote(String words) {
        return new Content(kind, told, differences, author, comment, scheduleVersion, settles, sequence, words);
    }
}
