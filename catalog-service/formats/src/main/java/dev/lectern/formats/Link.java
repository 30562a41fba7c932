package dev.lectern.formats;

import java.util.regex.Pattern;

/**
 * What a contribution points to.
 *
 * @param title null where the file has none
 */
public record Link(String url, String title) {

    private static final Pattern PAGE = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

    /** Whether it leads to a page, and not to a script, a file or an address of mail. */
    boolean isToPage() {
        return PAGE.matcher(url).matches();
    }
}
