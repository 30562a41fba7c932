package dev.lectern.schedule.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.change.Preview;

/** A draft and what it would do now. */
record DraftAnswer(
        @JsonUnwrapped DraftItem draft, @JsonUnwrapped Preview preview) {

    static DraftAnswer of(Draft draft, Preview preview) {
        return new DraftAnswer(DraftItem.of(draft), preview);
    }
}
