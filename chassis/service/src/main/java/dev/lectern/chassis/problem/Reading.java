package dev.lectern.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON into what a request asks for, and says all at once what is wrong with it. */
@ApplicationScoped
public class Reading {

    /** Each costs another look at the whole. */
    private static final int MOST_FAULTS = 20;

    private final ObjectMapper json;
    private final Validator validator;

    Reading(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads a document; whoever has it validates it.
     *
     * @throws JsonProcessingException when this is no JSON
     * @throws Refused 400 with all that is wrong, also with what could be read
     */
    public Object read(byte[] document, JavaType type) throws IOException {
        try {
            return json.readValue(document, type);
        } catch (JsonMappingException e) {
            throw refusal(json.readTree(document), type, e);
        }
    }

    /**
     * Reads a document that is a tree already, and validates it.
     *
     * @throws Refused 400 with all that is wrong
     */
    public <T> T read(JsonNode document, Class<T> type) throws JsonProcessingException {
        T value;
        try {
            value = json.treeToValue(document, type);
        } catch (JsonMappingException e) {
            throw refusal(document.deepCopy(), json.constructType(type), e);
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    /** Takes away what cannot be read, one thing after the other, until the rest can be. */
    private Refused refusal(JsonNode document, JavaType type, JsonMappingException first)
            throws JsonProcessingException {
        var faults = new ArrayList<Fault>();
        var next = Optional.of(first);
        while (next.isPresent()) {
            faults.add(JsonFaults.of(next.get()));
            if (faults.size() == MOST_FAULTS || !remove(document, next.get().getPath())) {
                return Refused.invalid(faults);
            }
            next = unreadable(document, type);
        }
        faults.addAll(violations(json.treeToValue(document, type), faults));
        return Refused.invalid(faults);
    }

    private Optional<JsonMappingException> unreadable(JsonNode document, JavaType type) throws JsonProcessingException {
        try {
            json.treeToValue(document, type);
            return Optional.empty();
        } catch (JsonMappingException e) {
            return Optional.of(e);
        }
    }

    /** An entry of a list leaves an empty place, so that the others keep theirs. */
    private static boolean remove(JsonNode document, List<Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        var parent = document;
        for (var step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        var last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object && last.getFieldName() != null) {
            return object.remove(last.getFieldName()) != null;
        }
        return parent instanceof ArrayNode list
                && !list.path(last.getIndex()).isNull()
                && setNull(list, last.getIndex());
    }

    private static boolean setNull(ArrayNode list, int index) {
        list.setNull(index);
        return true;
    }

    /** The violations of what could be read; what could not be read is not missing besides. */
    private List<Fault> violations(Object value, List<Fault> unreadable) {
        return ValidationFaults.of(validator.validate(value)).stream()
                .filter(fault -> unreadable.stream().noneMatch(known -> concern(known.pointer(), fault.pointer())))
                .toList();
    }

    private static boolean concern(String unreadable, String pointer) {
        return (unreadable + '/').startsWith(pointer + '/') || (pointer + '/').startsWith(unreadable + '/');
    }
}
