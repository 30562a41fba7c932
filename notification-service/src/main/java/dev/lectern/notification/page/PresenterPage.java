package dev.lectern.notification.page;

import dev.lectern.notification.briefing.Answer;
import dev.lectern.notification.briefing.Appearances.Mine;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.Wording;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Sent;
import dev.lectern.notification.page.PresenterResource.Said;
import dev.lectern.notification.page.PresenterResource.Typed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the page shows, in its reader's language. The template reads what is public.
 *
 * @param link its own address
 * @param agenda the address of the conference's agenda
 * @param days of the conference, and whether its reader can come then
 * @param outcome what came of a form; null for nothing
 * @param typed what stands in a form that was refused
 * @param address where its reader is written to; null for nowhere
 * @param pending which address is to be confirmed; null for none
 */
record PresenterPage(
        Wording wording,
        UUID presenter,
        String name,
        String conference,
        String link,
        String agenda,
        List<Mine> appearances,
        List<AvailabilityForm.Day> days,
        List<Sent> mails,
        Said outcome,
        Typed typed,
        String address,
        String pending) {

    public String language() {
        return wording.tag();
    }

    public String direction() {
        return wording.direction();
    }

    public String title() {
        return say("page.title");
    }

    /** A message of the page, as plain text. */
    public String say(String key) {
        return wording.say(key, Map.of("conference", conference, "name", name));
    }

    /** A message of the page about an address. */
    public String say(String key, String of) {
        return wording.say(key, Map.of("address", of));
    }

    /** What came of a form. */
    public String outcomeInWords() {
        return wording.words("page.said." + outcome.name().toLowerCase(Locale.ROOT));
    }

    public boolean isRefused() {
        return outcome.isRefusal();
    }

    /** What was just typed about it in vain; null for nothing. */
    public String typed(Mine mine) {
        return mine.appearance().equals(typed.appearance()) ? typed.words() : null;
    }

    public String typedAddress() {
        return typed.address();
    }

    /** A mail that its reader was sent. */
    public String mail(Sent mail) {
        return wording.say("page.mail", Map.of("date", day(mail.at()), "subject", mail.subject()));
    }

    public List<Language> languages() {
        return Language.all();
    }

    public String when(Facts facts) {
        return wording.when(facts);
    }

    /** Who else is in it; empty for nobody. */
    public String others(Facts facts) {
        var names = facts.presenters().stream()
                .filter(person -> !person.id().equals(presenter))
                .map(Facts.Person::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : wording.say("page.with", Map.of("names", names));
    }

    /** What its reader said of it; empty for nothing. */
    public String said(Mine mine) {
        var answer = mine.answer();
        return answer == null
                ? ""
                : wording.say(
                        answer.kind() == Answer.Kind.SEEN ? "page.seen" : "page.declined",
                        Map.of("date", wording.day(answer.at())));
    }

    private String day(Instant moment) {
        return wording.day(moment);
    }

    public String day(LocalDate date) {
        return wording.day(date);
    }

    /** Where its forms go. */
    public String path() {
        return URI.create(link).getRawPath();
    }

    /** {@code webcal:}, which calendar programs subscribe to. */
    public String calendar() {
        return link.replaceFirst("^https?:", "webcal:") + "/calendar.ics";
    }
}
