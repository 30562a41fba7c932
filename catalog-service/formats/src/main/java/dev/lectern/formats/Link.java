package dev.lectern.formats;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * What a contribution points to.
 *
 * @param title null where the file has none
 */
public record Link(String url, String title) {

    /** Whether a browser could follow it, and to nothing but a page: the scheme is http or https, and there is a host. */
    boolean leadsToThePublicWeb() {
        try {
            var uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
