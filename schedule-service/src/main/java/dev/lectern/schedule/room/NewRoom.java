package dev.lectern.schedule.room;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.http.Tags;
import dev.lectern.schedule.edit.AddRoom;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomSlug;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A room to add. Without a slug it gets one made from its name; unless it says otherwise it takes one talk at a time.
 */
@JsonIgnoreProperties({"revision", "warnings", "tells"})
record NewRoom(
        @NotBlank(message = "A room has a name") @Size(max = 200, message = "At most 200 characters")
        String name,

        @Pattern(regexp = RoomSlug.PATTERN, message = "Lower-case letters, digits and single hyphens between them")
        @Size(max = RoomSlug.MAX_LENGTH, message = "At most 63 characters")
        String slug,

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

    AddRoom operation() {
        return new AddRoom(
                slug,
                new RoomDetails(
                        name.strip(),
                        capacity,
                        exclusive == null || exclusive,
                        Tags.read(features, "/features"),
                        changeoverMinutes));
    }
}
