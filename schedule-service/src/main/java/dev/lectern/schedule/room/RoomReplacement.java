package dev.lectern.schedule.room;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.http.Tags;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a room is to be from now on, and how to tell of it. */
@JsonIgnoreProperties({"slug", "revision", "warnings", "tells"})
record RoomReplacement(
        @NotBlank(message = "A room has a name") @Size(max = 200, message = "At most 200 characters")
        String name,

        @Min(value = 0, message = "A number of seats")
        @Max(value = RoomAnswer.LARGEST, message = "At most a million seats")
        Integer capacity,

        Boolean exclusive,

        List<String> features,

        @Min(value = 0, message = "A number of minutes")
        @Max(value = RoomAnswer.LONGEST_CHANGEOVER, message = "At most a day, 1440 minutes")
        Integer changeoverMinutes,

        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        @AssertFalse(message = "A dry run is asked for in the query: ?dryRun=true")
        Boolean dryRun) {

    /** The replacement that changes nothing. */
    static RoomReplacement by(Room room) {
        var details = room.details();
        return new RoomReplacement(
                details.name(),
                details.capacity(),
                details.exclusive(),
                details.features(),
                details.changeoverMinutes(),
                null,
                null,
                null,
                null);
    }

    RoomDetails details() {
        return new RoomDetails(
                name.strip(),
                capacity,
                exclusive == null || exclusive,
                Tags.read(features, "/features"),
                changeoverMinutes);
    }
}
