package dev.lectern.chassis.badhouse.text;

import jakarta.ws.rs.core.Response;

/** A text that cannot be read where there is no server. */
class Letter {

    Response read() {
        return Response.ok().build();
    }
}
