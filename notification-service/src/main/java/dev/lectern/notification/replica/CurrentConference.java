package dev.lectern.notification.replica;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The conference that the request's path names and its caller may touch. */
@RequestScoped
public class CurrentConference {

    private Conference conference;

    void is(Conference found) {
        conference = found;
    }

    public UUID id() {
        return conference.id();
    }

    public Conference get() {
        return conference;
    }
}
