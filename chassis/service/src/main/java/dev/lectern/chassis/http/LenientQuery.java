package dev.lectern.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what people reach by links, to which mailers and networks of people add parameters of theirs. What only shows
 * something cannot do the wrong thing, so unknown parameters are ignored there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LenientQuery {}
