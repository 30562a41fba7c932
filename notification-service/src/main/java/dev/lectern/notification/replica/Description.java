package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/** What an appearance is called and about: all but the title of a session is empty, or null. */
record Description(String title, @JsonProperty("abstract") String abstractText, String type, String track) {

    static final Description NONE = ofSession("");

    Description {
        title = Objects.requireNonNullElse(title, "");
        abstractText = Objects.requireNonNullElse(abstractText, "");
    }

    static Description ofSession(String title) {
        return new Description(title, "", null, null);
    }
}
