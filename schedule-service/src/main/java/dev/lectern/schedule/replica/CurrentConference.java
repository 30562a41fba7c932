package dev.lectern.schedule.replica;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The conference that a request is about, once its caller has shown that they may touch it. */
@RequestScoped
public class CurrentConference {

    private UUID id;
    private String slug;

    void is(Conference conference) {
        id = conference.id();
        slug = conference.slug();
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }
}
