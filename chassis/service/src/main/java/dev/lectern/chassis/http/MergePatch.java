package dev.lectern.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Reading;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;

/**
 * JSON merge patch (RFC 7396): a member that is given replaces, {@code null} removes, the others stay, and so it goes
 * for the members of an object in it.
 */
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Reading reading;

    MergePatch(ObjectMapper json, Reading reading) {
        this.json = json;
        this.reading = reading;
    }

    /**
     * @param current the replacement that would change nothing
     * @return the replacement that the patch asks for, validated
     * @throws Refused 400 when something in it cannot be read
     * @throws ConstraintViolationException when the result breaks a constraint
     */
    public <T> T apply(T current, ObjectNode patch, Class<T> type) throws JsonProcessingException {
        if (patch == null) {
            throw Refused.invalid(Fault.at("", "A JSON object is needed here"));
        }
        ObjectNode merged = json.valueToTree(current);
        merge(merged, patch);
        return reading.read(merged, type);
    }

    /** An object is patched in its turn, and anything else replaced. */
    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            if (target.get(member.getKey()) instanceof ObjectNode inner
                    && member.getValue() instanceof ObjectNode patched) {
                merge(inner, patched);
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
    }
}
