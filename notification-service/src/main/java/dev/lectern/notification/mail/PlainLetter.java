package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailRequest.Conference;
import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.mail.MailRequest.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a mail says that is about no single talk or session, in its reader's language but in no format yet. The template
 * reads what is public.
 *
 * @param wording the language of our own words
 * @param isPersonal whether somebody wrote it, in words of their own: then it is no automatic mail (RFC 3834)
 * @param headline the HTML's line above all
 * @param note of whoever released it, its lines
 * @param lines an empty one is between paragraphs
 * @param button null for none
 * @param closing the lines after all that
 * @param footer why its reader gets it
 */
public record PlainLetter(
        Reader reader,
        Conference about,
        Sender sender,
        Wording wording,
        boolean isPersonal,
        String subject,
        String headline,
        List<String> note,
        List<String> lines,
        List<Entry> entries,
        Button button,
        List<String> closing,
        String footer) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']");

    /**
     * One of several things that it lists.
     *
     * @param words what somebody said of it, in lines; empty for nothing
     */
    public record Entry(String title, List<String> lines, List<String> words) {}

    /**
     * A link that is what the mail is for.
     *
     * @param line the words where the link stands below them
     */
    public record Button(String words, String line, String link) {

        /** @param key of the words */
        public static Button of(Wording wording, String key, String link) {
            var words = wording.words(key);
            return new Button(words, wording.say("button.line", Map.of("button", words)), link);
        }
    }

    /** Part of a line; a link is one that begins with {@code https://} or {@code http://}. */
    public record Piece(String text, boolean isLink) {}

    public String language() {
        return wording.tag();
    }

    public String direction() {
        return wording.direction();
    }

    /** Where a line of this language begins, for mail programs that know no better word. */
    public String start() {
        return direction().equals("rtl") ? "right" : "left";
    }

    /** What people wrote is in no language that is known. */
    public String languageOfLines() {
        return isPersonal ? "" : language();
    }

    public String conference() {
        return about.shownTitle();
    }

    public boolean hasLogo() {
        return conferenceLogo() != null;
    }

    String conferenceLogo() {
        return about.logo();
    }

    /** What lists of mails show beside the subject. */
    public String preview() {
        return lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** Each line in pieces, so that links can be followed. */
    public List<List<Piece>> piecesOfLines() {
        return lines.stream().map(PlainLetter::pieces).toList();
    }

    public List<List<Piece>> piecesOfClosing() {
        return closing.stream().map(PlainLetter::pieces).toList();
    }

    private static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        var link = LINK.matcher(line);
        while (link.find()) {
            pieces.add(new Piece(line.substring(from, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            from = link.end();
        }
        pieces.add(new Piece(line.substring(from), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
