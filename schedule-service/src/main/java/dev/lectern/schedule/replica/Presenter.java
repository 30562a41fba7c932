package dev.lectern.schedule.replica;

import java.util.UUID;

/** Who presents a contribution. There is no address here, and so none can get out. */
public record Presenter(UUID id, String name, String affiliation) {

    public PresenterName named() {
        return new PresenterName(id, name);
    }
}
