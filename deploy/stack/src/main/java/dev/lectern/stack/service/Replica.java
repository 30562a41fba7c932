package dev.lectern.stack.service;

import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;

/**
 * One process of one of Lectern's services. All replicas of a service work on the same database and topics.
 *
 * @param service also the name of its database and of the role that owns it
 * @param number from 1
 */
public record Replica(String service, int number) {

    /** {@code catalog}, {@code catalog-2} */
    public String name() {
        return number == 1 ? service : service + "-" + number;
    }

    /** Where it serves its API. */
    public Port http() {
        return Port.http(service, number);
    }

    /** Where it serves health, metrics and its OpenAPI document. */
    public Port management() {
        return Port.management(service, number);
    }

    /** Where one of the schedule serves the agendas. */
    public Port agenda() {
        return Port.agenda(number);
    }

    /** Answers 200 when the service, its database and its consumers are ready. */
    public String readiness(Ports ports) {
        return ports.url(management()) + "/q/health/ready";
    }
}
