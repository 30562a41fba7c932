package dev.lectern.formats;

import java.util.ArrayList;
import java.util.List;

/** Reads values of one entry in a file. What cannot be read is null, and there is a remark on it. */
final class EntryValues {

    static final int MOST_MINUTES = 1440;

    /** How remarks begin that say why an entry has no time. */
    static final List<String> NO_TIME = List.of("taken without its time", "taken, but not placed");

    private final List<String> remarks = new ArrayList<>();

    /** From 1 to {@value #MOST_MINUTES}; null for a duration that is none, or blank. */
    Integer minutes(String duration) {
        if (duration == null || duration.isBlank()) {
            return null;
        }
        var minutes = Minutes.of(duration);
        if (minutes == null) {
            remarks.add("taken without its duration: \"" + duration.strip() + "\" is none that is understood");
        }
        return minutes == null ? null : minutes(minutes, duration.strip());
    }

    /** @param written as the file has them */
    Integer minutes(long minutes, String written) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            remarks.add(
                    "taken without its duration: \"" + written + "\" is not from 1 to " + MOST_MINUTES + " minutes");
            return null;
        }
        return (int) minutes;
    }

    /**
     * As {@link When#of}.
     *
     * @return null where the entry has no time, or none that exists
     */
    String start(String moment, String day, String time) {
        var written = time == null || time.isBlank() ? moment : time;
        return known(When.of(moment, day, time), written);
    }

    /** As {@link When#between}. */
    String startBetween(String day, String dayChange, String time) {
        return known(When.between(day, dayChange, time), time);
    }

    private String known(String start, String written) {
        if (start == null && written != null && !written.isBlank()) {
            remarks.add("taken without its time: \"" + written.strip() + "\" is none that is understood");
        }
        return start;
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
