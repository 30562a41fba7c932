package dev.lectern.notification.notice;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a notice says. Of a talk or session: told for the first time, told a difference, no longer placed or withdrawn,
 * no longer a presenter. Of none: what organisers write to presenters, what presenters answered, and that a presenter
 * has another address.
 */
@Schema(name = "NoticeKind")
public enum Kind {
    SCHEDULED,
    CHANGED,
    CANCELLED,
    REMOVED,
    MESSAGE,
    ANSWERS,
    ADDRESS_CHANGE;

    private static final List<Kind> OF_APPEARANCES =
            Arrays.stream(values()).filter(Kind::isOfAppearance).toList();

    /** Those that tell of a talk or session. */
    public static List<Kind> ofAppearances() {
        return OF_APPEARANCES;
    }

    /** Whether it tells of a talk or session. */
    public boolean isOfAppearance() {
        return this == SCHEDULED || this == CHANGED || this == CANCELLED || this == REMOVED;
    }

    /** Thrown where only a talk or session makes sense. */
    public IllegalArgumentException isOfNone() {
        return new IllegalArgumentException(this + " is about no talk and no session");
    }
}
