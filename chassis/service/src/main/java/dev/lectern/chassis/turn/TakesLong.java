package dev.lectern.chassis.turn;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that brings much and takes long. Those of one conference wait for each other in a line of their own, so
 * that they take neither the turn of its other requests nor the memory and the threads of other conferences.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesLong {

    /** Whoever waits holds what it brought in memory. */
    int LONGEST_LINE = 1;
}
