package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Caller;
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

    /** Whether the caller is more than one of its viewers. */
    public boolean mayBeChangedBy(Caller caller) {
        return caller.mayEdit(conference.members());
    }

    public Conference get() {
        return conference;
    }
}
