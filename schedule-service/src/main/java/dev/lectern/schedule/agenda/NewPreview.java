package dev.lectern.schedule.agenda;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** @param days for how many it can be seen; a week unless said */
record NewPreview(
        @Min(value = 1, message = MESSAGE) @Max(value = 90, message = MESSAGE)
        Integer days) {

    static final NewPreview EMPTY = new NewPreview(null);

    private static final String MESSAGE = "1 to 90 days";
    private static final int A_WEEK = 7;

    NewPreview {
        days = days == null ? A_WEEK : days;
    }
}
