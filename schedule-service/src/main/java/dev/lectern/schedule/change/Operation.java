package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing to do to a schedule. It is kept in the history as it was asked for, under the name {@code op}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "place", value = Place.class),
    @JsonSubTypes.Type(name = "unschedule", value = Unschedule.class),
    @JsonSubTypes.Type(name = "withdraw", value = Withdraw.class),
    @JsonSubTypes.Type(name = "addRoom", value = AddRoom.class),
    @JsonSubTypes.Type(name = "changeRoom", value = ChangeRoom.class),
    @JsonSubTypes.Type(name = "removeRoom", value = RemoveRoom.class),
    @JsonSubTypes.Type(name = "publish", value = Publish.class),
    @JsonSubTypes.Type(name = "unpublish", value = Unpublish.class),
    @JsonSubTypes.Type(name = "changeTimeZone", value = ChangeTimeZone.class)
})
public sealed interface Operation
        permits Place, Unschedule, Withdraw, AddRoom, ChangeRoom, RemoveRoom, Publish, Unpublish, ChangeTimeZone {

    /** Alters what the edit gives out. Throws when a rule of its own refuses; that rooms are free is seen to for all operations at once. */
    void apply(Edit edit);
}
