package dev.lectern.schedule.replica;

import java.util.regex.Pattern;

/** Something about a contribution; the title is null when nobody said. */
public record Link(String url, String title) {

    private static final Pattern HARMLESS = Pattern.compile("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+");

    /** Whether whoever follows it gets to a page or to a mail of their own, and runs nothing. */
    public boolean leadsSomewhere() {
        return HARMLESS.matcher(url).matches();
    }

    /** What people read of it. */
    public String label() {
        return title == null || title.isBlank() ? url : title;
    }
}
