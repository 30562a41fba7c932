package dev.lectern.chassis.badhouse.two;

import jakarta.ws.rs.POST;

/** Does the same again for each client that lost its patience. */
class Twice {

    @POST
    void create() {
        // Nothing, each time.
    }
}
