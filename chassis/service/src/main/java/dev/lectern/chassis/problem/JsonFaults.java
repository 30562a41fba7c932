package dev.lectern.chassis.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a caller's words what Jackson could not read. */
final class JsonFaults {

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(String.class, "A text is needed here"),
            Map.entry(Boolean.class, "true or false is needed here"),
            Map.entry(boolean.class, "true or false is needed here"),
            Map.entry(Integer.class, "A whole number is needed here"),
            Map.entry(int.class, "A whole number is needed here"),
            Map.entry(Long.class, "A whole number is needed here"),
            Map.entry(long.class, "A whole number is needed here"),
            Map.entry(UUID.class, "A UUID is needed here"),
            Map.entry(LocalDate.class, "A date is needed here, such as \"2027-03-02\""),
            Map.entry(Instant.class, "A time with its offset is needed here, such as \"2027-03-02T10:00:00Z\""),
            Map.entry(
                    OffsetDateTime.class,
                    "A time with its offset is needed here, such as \"2027-03-02T10:00:00+01:00\""),
            Map.entry(
                    Duration.class,
                    "A duration of ISO 8601 is needed here, such as \"PT2M\" for two minutes or \"PT1H30M\""));

    private JsonFaults() {}

    static Fault of(JsonProcessingException e) {
        if (e instanceof InvalidTypeIdException kind) {
            return Fault.at(pointer(kind) + "/" + discriminator(kind.getBaseType()), kind(kind));
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Fault.at(pointer(mapping), detail(mapping));
        }
        if (e instanceof MismatchedInputException mismatched) {
            return Fault.at("", detail(mismatched));
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
        if (e instanceof UnrecognizedPropertyException unknown) {
            if (unknown.getPropertyName().equals("dryRun")) {
                return "A dry run is asked for in the query: ?dryRun=true";
            }
            return Suggestion.instead(
                    "member",
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
        }
        return e instanceof MismatchedInputException mismatched
                ? expected(mismatched.getTargetType())
                : "This cannot be read";
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "This is not the expected kind of value";
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
            return "One of " + Suggestion.listed(names) + " is needed here";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "A list is needed here";
        }
        return EXPECTED.getOrDefault(type, "A JSON object is needed here");
    }

    private static String kind(InvalidTypeIdException e) {
        var known = names(e.getBaseType());
        var member = discriminator(e.getBaseType());
        return e.getTypeId() == null
                ? "The member \"" + member + "\" is needed, one of " + Suggestion.listed(known)
                : Suggestion.instead("\"" + member + "\"", e.getTypeId(), known);
    }

    private static String discriminator(JavaType base) {
        return annotations(base.getRawClass(), JsonTypeInfo.class)
                .map(JsonTypeInfo::property)
                .findFirst()
                .orElse("type");
    }

    /** The names that a caller may use here, where the base has a wider range. */
    private static List<String> names(JavaType base) {
        return annotations(base.getRawClass(), JsonSubTypes.class)
                .flatMap(types -> Arrays.stream(types.value()))
                .filter(type -> base.getRawClass().isAssignableFrom(type.value()))
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static <A extends Annotation> Stream<A> annotations(Class<?> type, Class<A> annotation) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .map(candidate -> candidate.getAnnotation(annotation))
                .filter(Objects::nonNull);
    }
}
