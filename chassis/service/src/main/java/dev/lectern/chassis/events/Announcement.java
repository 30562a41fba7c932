package dev.lectern.chassis.events;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The last change of an aggregate that people are to be told of: the revision it made, who made it and what they said
 * about it. It is state: a later quiet change carries it on, so that nothing is lost when states merge. Embedded in an
 * entity it is null where all three columns are.
 */
@Embeddable
public record Announcement(
        @Column(name = "announced_revision") long revision,
        @Column(name = "announced_author") String author,
        @Column(name = "announced_comment") String comment) {

    /** The revision of an announcement, 0 where there was none yet. */
    public static long revisionOf(Announcement announced) {
        return announced == null ? 0 : announced.revision();
    }

    /**
     * The announcement of what is deleted: its revision never falls, but nobody is named and nothing quoted any more.
     */
    public static Announcement withoutWords(Announcement announced) {
        return announced == null ? null : new Announcement(announced.revision(), "", null);
    }
}
