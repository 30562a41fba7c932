package dev.lectern.catalog.presenter;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.UUID;

/**
 * The state of a presenter on its topic, without their address; the contract is in
 * {@code events/presenter.v1.schema.json}.
 */
public record PresenterEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        @JsonUnwrapped ShownName shown,
        String locale,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Integer changeoverMinutes,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<UUID> mergedIds,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        UUID mergedInto) {

    public static final String TOPIC = "lectern.catalog.presenter.v1";
    public static final String TYPE = "dev.lectern.presenter.v1";

    /**
     * Its last state, in which nothing is left of the person.
     *
     * @param mergedInto who the person is from now on, null where nobody is
     */
    static PresenterEvent ofDeleted(Presenter presenter, UUID mergedInto) {
        return new PresenterEvent(
                presenter.id(),
                presenter.revision() + 1,
                true,
                presenter.conferenceId(),
                ShownName.NONE,
                null,
                null,
                null,
                mergedInto);
    }

    public static PresenterEvent of(Presenter presenter) {
        return new PresenterEvent(
                presenter.id(),
                presenter.revision(),
                false,
                presenter.conferenceId(),
                ShownName.of(presenter.name()),
                presenter.locale(),
                presenter.changeoverMinutes(),
                presenter.mergedIds(),
                null);
    }
}
