package dev.lectern.chassis.badhouse.one;

import dev.lectern.chassis.badhouse.two.Other;

/** Named after what it is, not what it does; in a cycle with another package; with a field that anyone may write. */
public class ThingImpl {

    public int open;

    public Other other() {
        return new Other();
    }
}
