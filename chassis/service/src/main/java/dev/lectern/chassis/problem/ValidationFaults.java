package dev.lectern.chassis.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Says where in the body a constraint of Bean Validation does not hold. */
final class ValidationFaults {

    /** Which find fault with what is absent. */
    private static final Set<Class<?>> NEEDED = Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private ValidationFaults() {}

    static List<Fault> of(ConstraintViolationException e) {
        return of(e.getConstraintViolations());
    }

    static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(ValidationFaults::fault)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).forEach(node -> append(pointer, node));
        return Fault.at(pointer.toString(), isAbsent(violation) ? needed(pointer.toString()) : violation.getMessage());
    }

    private static boolean isAbsent(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return violation.getInvalidValue() == null && NEEDED.contains(constraint);
    }

    private static String needed(String pointer) {
        var last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (pointer.isEmpty()) {
            return "A JSON object is needed here";
        }
        return Character.isDigit(last.charAt(0))
                ? "An entry is needed here instead of null"
                : "The member \"" + last + "\" is needed";
    }

    private static void append(StringBuilder pointer, Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }
}
