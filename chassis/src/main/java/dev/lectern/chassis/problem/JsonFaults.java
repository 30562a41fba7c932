package dev.lectern.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says in a caller's words what Jackson could not read. */
final class JsonFaults {

    private JsonFaults() {}

    static Fault of(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Fault.at(pointer(mapping), detail(mapping));
        }
        if (e instanceof MismatchedInputException) {
            return Fault.at("", "This is not the expected kind of value");
        }
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? Fault.at("", "This is not valid JSON")
                : Fault.inLine(location.getLineNr(), "This is not valid JSON in UTF-8, or has a member twice");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream().map(JsonFaults::step).collect(Collectors.joining());
    }

    private static String step(Reference step) {
        return "/"
                + (step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1"));
    }

    private static String detail(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException told) {
            return told.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException) {
            return "There is no such member";
        }
        if (e instanceof InvalidTypeIdException) {
            return "There is no such kind of thing here";
        }
        if (e instanceof InvalidFormatException || e instanceof MismatchedInputException) {
            return "This is not the expected kind of value";
        }
        return "This cannot be read";
    }
}
