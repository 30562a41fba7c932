package dev.lectern.chassis.badhouse.two;

import jakarta.persistence.Embeddable;
import jakarta.ws.rs.NotFoundException;

/** Part of a model, and knows of HTTP. */
@Embeddable
class Row {

    NotFoundException missing() {
        return new NotFoundException();
    }
}
