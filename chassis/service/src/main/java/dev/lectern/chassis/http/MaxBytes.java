package dev.lectern.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large the body may be that this parameter takes, in bytes; without it {@value #DEFAULT}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxBytes {

    long DEFAULT = 256 * 1024;

    long value();
}
