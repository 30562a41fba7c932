package dev.lectern.formats;

import java.util.regex.Pattern;

/**
 * What a contribution points to.
 *
 * @param title null where the file has none
 */
public record Link(String url, String title) {

    private static final Pattern PAGE = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}]+");

    /** Where a link has no title, our own files say its address once more. */
    Link withoutItselfAsTitle() {
        return url.equals(title) ? new Link(url, null) : this;
    }

    /** Whether it leads to a page, and not to a script, a file or an address of mail. */
    boolean isToPage() {
        return PAGE.matcher(url).matches();
    }
}
