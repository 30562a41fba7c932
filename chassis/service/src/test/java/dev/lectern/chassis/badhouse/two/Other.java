package dev.lectern.chassis.badhouse.two;

import dev.lectern.chassis.badhouse.one.ThingImpl;

/** The other end of the cycle, and a chatterbox. */
public class Other {

    public ThingImpl thing() {
        System.out.println("hello");
        return new ThingImpl();
    }
}
