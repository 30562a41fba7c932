package dev.lectern.schedule.edit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lectern.schedule.replica.PresenterReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing to do to a schedule. It is kept in the history as it was asked for, under the name {@code op}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "place", value = Place.class),
    @JsonSubTypes.Type(name = "unschedule", value = Unschedule.class),
    @JsonSubTypes.Type(name = "swap", value = Swap.class),
    @JsonSubTypes.Type(name = "swapRooms", value = SwapRooms.class),
    @JsonSubTypes.Type(name = "resize", value = Resize.class),
    @JsonSubTypes.Type(name = "shift", value = Shift.class),
    @JsonSubTypes.Type(name = "break", value = SetBreak.class),
    @JsonSubTypes.Type(name = "removeBreak", value = RemoveBreak.class),
    @JsonSubTypes.Type(name = "session", value = SetSession.class),
    @JsonSubTypes.Type(name = "removeSession", value = RemoveSession.class),
    @JsonSubTypes.Type(name = "pin", value = Pin.class),
    @JsonSubTypes.Type(name = "unpin", value = Unpin.class),
    @JsonSubTypes.Type(name = "restore", value = Restore.class),
    @JsonSubTypes.Type(name = "revert", value = Revert.class),
    @JsonSubTypes.Type(name = "withdraw", value = Withdraw.class),
    @JsonSubTypes.Type(name = "addRoom", value = AddRoom.class),
    @JsonSubTypes.Type(name = "changeRoom", value = ChangeRoom.class),
    @JsonSubTypes.Type(name = "removeRoom", value = RemoveRoom.class),
    @JsonSubTypes.Type(name = "publish", value = Publish.class),
    @JsonSubTypes.Type(name = "unpublish", value = Unpublish.class),
    @JsonSubTypes.Type(name = "changeTimeZone", value = ChangeTimeZone.class),
    @JsonSubTypes.Type(name = "mergePresenter", value = MergePresenter.class),
    @JsonSubTypes.Type(name = "erasePresenter", value = ErasePresenter.class)
})
@Schema(
        name = "PastOperation",
        oneOf = {
            Place.class,
            Unschedule.class,
            Swap.class,
            SwapRooms.class,
            Resize.class,
            Shift.class,
            SetBreak.class,
            RemoveBreak.class,
            SetSession.class,
            RemoveSession.class,
            Pin.class,
            Unpin.class,
            Restore.class,
            Revert.class,
            Withdraw.class,
            AddRoom.class,
            ChangeRoom.class,
            RemoveRoom.class,
            Publish.class,
            Unpublish.class,
            ChangeTimeZone.class,
            MergePresenter.class,
            ErasePresenter.class
        })
public sealed interface Operation
        permits RequestedOperation,
                Revert,
                Withdraw,
                AddRoom,
                ChangeRoom,
                RemoveRoom,
                Publish,
                Unpublish,
                ChangeTimeZone,
                MergePresenter,
                ErasePresenter {

    /** As many minutes as a talk may take: a day. */
    int MOST_MINUTES = 24 * 60;

    /**
     * Alters what the edit gives out. Throws when a rule of its own refuses, or has the edit note it and goes on; that
     * rooms are free is seen to for all operations at once.
     */
    void apply(Edit edit);

    /** Whether a change with it can be undone by another one. */
    @JsonIgnore
    default boolean isRevertible() {
        return true;
    }

    /** The numbers of the contributions that all of these name. There may be none, and some may be missing. */
    static Set<Integer> contributions(List<? extends Operation> operations) {
        return named(operations, Operation::contributions);
    }

    /** The presenters that operations name. */
    static Set<PresenterReference> presenters(List<? extends Operation> operations) {
        return named(operations, Operation::presenters);
    }

    private static <T> Set<T> named(List<? extends Operation> operations, Function<Operation, Set<T>> names) {
        return Stream.ofNullable(operations)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .flatMap(operation -> names.apply(operation).stream())
                .collect(Collectors.toSet());
    }

    /** The numbers of the contributions that it names. */
    default Set<Integer> contributions() {
        return Set.of();
    }

    /** The presenters that it names. */
    default Set<PresenterReference> presenters() {
        return Set.of();
    }
}
