package dev.lectern.chassis.badhouse.two;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Does the same again for each client that lost its patience, at a path that takes long to compare. */
class Twice {

    @POST
    @Path("{name}.json")
    void create() {
        // Nothing, each time.
    }
}
