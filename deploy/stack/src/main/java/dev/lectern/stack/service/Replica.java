package dev.lectern.stack.service;

import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;

/**
 * One of Lectern's services.
 *
 * @param name also the name of its database and of the role that owns it
 * @param http where it serves its API
 * @param management where it serves health, metrics and its OpenAPI document
 */
public record Service(String name, Port http, Port management) {

    /** Answers 200 when the service, its database and its consumers are ready. */
    public String readiness(Ports ports) {
        return ports.url(management) + "/q/health/ready";
    }
}
