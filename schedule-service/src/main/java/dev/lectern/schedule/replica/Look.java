package dev.lectern.schedule.replica;

/**
 * How the agenda of a conference looks and welcomes; null is what all agendas have.
 *
 * @param accent a colour that can be read on the light page, {@code #8a3324}
 * @param welcome Markdown
 */
public record Look(String accent, String welcome) {

    /** That of all agendas. */
    public static final Look PLAIN = new Look(null, null);
}
