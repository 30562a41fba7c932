package dev.lectern.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * One thing that is wrong with a request, and where: exactly one of {@code pointer} (RFC 6901, into the body),
 * {@code parameter} and {@code line} (from 1) is given.
 */
@JsonInclude(Include.NON_NULL)
public record Fault(String pointer, String parameter, Integer line, String detail) {

    public static Fault at(String pointer, String detail) {
        return new Fault(pointer, null, null, detail);
    }

    public static Fault inParameter(String parameter, String detail) {
        return new Fault(null, parameter, null, detail);
    }

    public static Fault inLine(int line, String detail) {
        return new Fault(null, null, line, detail);
    }
}
