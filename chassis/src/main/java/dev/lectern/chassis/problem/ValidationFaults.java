package dev.lectern.chassis.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import java.util.List;
import java.util.stream.StreamSupport;

/** Says where in the body a constraint of Bean Validation does not hold. */
final class ValidationFaults {

    private ValidationFaults() {}

    static List<Fault> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(ValidationFaults::fault)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).forEach(node -> append(pointer, node));
        return Fault.at(pointer.toString(), violation.getMessage());
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
