package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A presenter in a request: by id, or else by an address or a name that only one presenter of the conference has. A
 * text alone is whichever of these it looks like.
 *
 * @param isText whether the reference is a text alone, which has no members to point at
 */
@JsonIgnoreProperties("affiliation")
public record PresenterReference(
        UUID id,
        @Size(max = 254, message = "At most 254 characters") String email,
        @Size(max = 500, message = "At most 500 characters") String name,
        @JsonIgnore @Schema(hidden = true) boolean isText) {

    private static final int LONGEST = 500;
    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PresenterReference(
            @JsonProperty("id") UUID id, @JsonProperty("email") String email, @JsonProperty("name") String name) {
        this(id, email, name, false);
    }

    public PresenterReference(UUID id) {
        this(id, null, null, false);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PresenterReference to(String text) {
        if (UUID_TEXT.matcher(text).matches()) {
            return new PresenterReference(UUID.fromString(text));
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("At most " + LONGEST + " characters");
        }
        return text.contains("@")
                ? new PresenterReference(null, text, null, true)
                : new PresenterReference(null, null, text, true);
    }

    /**
     * Who is meant.
     *
     * @param directory of the conference; only asked where there is no id
     * @param pointer of this reference in the body
     * @throws Refused 400 where that is nobody or not one alone
     */
    public UUID resolve(Supplier<PresenterDirectory> directory, String pointer) {
        if (id != null) {
            return id;
        }
        if (email != null) {
            return only(directory.get().at(email), isText ? pointer : pointer + "/email", "has this address");
        }
        if (name != null) {
            return only(directory.get().called(name), isText ? pointer : pointer + "/name", "is called so");
        }
        throw Refused.invalid(Fault.at(pointer + "/id", "One of the members \"id\", \"email\" and \"name\" is needed"));
    }

    private static UUID only(Set<Presenter> found, String pointer, String how) {
        if (found.size() == 1) {
            return found.iterator().next().id();
        }
        throw Refused.invalid(Fault.at(
                pointer,
                found.isEmpty()
                        ? "No presenter of this conference " + how
                        : "More than one presenter of this conference " + how + "; give the id"));
    }
}
