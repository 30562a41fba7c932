package dev.lectern.catalog.contribution;

import java.util.List;

/**
 * What organisers know of a contribution and nobody else sees: the audience that is expected (people, null when nobody
 * said), and what its room has to have.
 */
record Needs(Integer expectedAudience, List<String> features) {

    static final Needs NONE = new Needs(null, List.of());
}
