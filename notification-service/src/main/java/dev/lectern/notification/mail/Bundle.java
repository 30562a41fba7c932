package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Several letters to one reader as one. The templates read what is public. */
final class Bundle {

    private static final int LONGEST_CONFERENCE_IN_SUBJECT = 70;

    private final List<MailRequest> requests;
    private final List<Letter> letters;
    private final Sayings sayings;

    Bundle(List<MailRequest> requests, List<Letter> letters) {
        this.requests = requests;
        this.letters = letters;
        this.sayings = new Sayings(requests.get(0));
    }

    /** In the order of their times. */
    public List<Letter> letters() {
        return letters;
    }

    String subject() {
        return say("bundle.subject.", PlainText.line(requests.get(0).conferenceTitle(), LONGEST_CONFERENCE_IN_SUBJECT))
                .plain();
    }

    public String language() {
        return letters.get(0).language();
    }

    public String direction() {
        return letters.get(0).direction();
    }

    public String start() {
        return letters.get(0).start();
    }

    public Phrase.Piece conference() {
        return letters.get(0).conference();
    }

    public boolean hasLogo() {
        return letters.get(0).hasLogo();
    }

    public Phrase headline() {
        return sayings.say("bundle.headline." + event());
    }

    public String colour() {
        return isGoodNews() ? letters.get(0).colour() : "#1f4f8f";
    }

    public String mood() {
        return isGoodNews() ? "good" : "news";
    }

    public Phrase greeting() {
        return letters.get(0).greeting();
    }

    public Phrase opening() {
        return say("bundle.opening.", requests.get(0).conferenceTitle());
    }

    /** Of whoever released it; its lines. */
    public List<String> note() {
        return letters.get(0).note();
    }

    /** Who made the change, where it is one; empty otherwise. */
    public Phrase author() {
        return isOneChange() ? letters.get(0).author() : Phrase.EMPTY;
    }

    /** What they said of it; its lines. */
    public List<String> comment() {
        return isOneChange() ? letters.get(0).comment() : List.of();
    }

    /** Whether all of them were changed by the same person, with the same words. */
    public boolean isOneChange() {
        return requests.stream()
                        .map(request -> List.of(
                                PlainText.line(request.content().author()),
                                PlainText.paragraphs(request.content().comment())))
                        .distinct()
                        .count()
                == 1;
    }

    /** The conference's last words, in lines. */
    public List<String> closing() {
        return letters.get(0).closing();
    }

    public String link() {
        return letters.get(0).agendaLink();
    }

    Phrase agenda() {
        return sayings.say("agenda", Map.of("link", Phrase.marked(link())));
    }

    public String page() {
        return letters.get(0).page();
    }

    public Phrase answer() {
        return letters.get(0).answer();
    }

    Phrase answerLine() {
        return letters.get(0).answerLine();
    }

    public Phrase button() {
        return letters.get(0).button();
    }

    public Phrase footer() {
        return Phrase.sentences(List.of(
                sayings.say("footer"),
                sayings.say("bundle.calendar"),
                letters.get(0).reply()));
    }

    private boolean isGoodNews() {
        return requests.stream().allMatch(request -> request.kind() == Kind.SCHEDULED);
    }

    private String event() {
        return isGoodNews() ? "scheduled" : "changed";
    }

    private Phrase say(String prefix, String conference) {
        return sayings.say(
                prefix + event(),
                Map.of("count", requests.size(), "what", what(), "conference", Phrase.marked(conference)));
    }

    private String what() {
        var kinds = Stream.of(true, false)
                .filter(session -> requests.stream().anyMatch(request -> request.isAboutSession() == session))
                .toList();
        return kinds.size() > 1 ? "both" : kinds.get(0) ? "session" : "talk";
    }
}
