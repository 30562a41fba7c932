package dev.lectern.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the parts of a request, so that all of it is said at once. */
public final class Faults {

    /** Reads a part of a request. */
    @FunctionalInterface
    public interface Part<T> {
        /** @throws Refused 400 where it makes no sense */
        T read() throws JsonProcessingException;
    }

    private static final int BAD_REQUEST = 400;

    private final List<Fault> faults = new ArrayList<>();

    /**
     * What has been read, or empty where something was wrong with it.
     *
     * @param pointer where the part is in the body, as a JSON pointer
     */
    public <T> Optional<T> in(String pointer, Part<T> part) {
        try {
            return Optional.of(part.read());
        } catch (JsonProcessingException e) {
            add(pointer, List.of(JsonFaults.of(e)));
        } catch (ConstraintViolationException e) {
            add(pointer, ValidationFaults.of(e));
        } catch (Refused e) {
            if (e.status() != BAD_REQUEST) {
                throw e;
            }
            add(pointer, e.errors());
        }
        return Optional.empty();
    }

    /** Notes a fault unless something is so. */
    public void requireAt(String pointer, boolean isSo, String detail) {
        if (!isSo) {
            faults.add(Fault.at(pointer, detail));
        }
    }

    private void add(String pointer, List<Fault> within) {
        within.forEach(fault ->
                faults.add(fault.pointer() == null ? fault : Fault.at(pointer + fault.pointer(), fault.detail())));
    }

    /** @throws Refused 400 with everything that was wrong */
    public void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }
}
