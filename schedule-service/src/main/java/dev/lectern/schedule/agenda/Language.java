package dev.lectern.schedule.agenda;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pages' own words are in. */
enum Language {
    EN(Locale.ENGLISH, "English", "EEEE d MMMM uuuu", "EEE d MMM", "d MMMM uuuu, HH:mm"),
    FR(Locale.FRENCH, "Français", "EEEE d MMMM uuuu", "EEE d MMM", "d MMMM uuuu, HH:mm"),
    DE(Locale.GERMAN, "Deutsch", "EEEE, d. MMMM uuuu", "EEE d. MMM", "d. MMMM uuuu, HH:mm"),
    ES(
            Locale.forLanguageTag("es"),
            "Español",
            "EEEE, d 'de' MMMM 'de' uuuu",
            "EEE d MMM",
            "d 'de' MMMM 'de' uuuu, HH:mm");

    private static final List<Locale> LOCALES =
            Stream.of(values()).map(Language::locale).toList();

    private final Locale locale;
    private final String ownName;
    private final String day;
    private final String shortDay;
    private final String moment;

    Language(Locale locale, String ownName, String day, String shortDay, String moment) {
        this.locale = locale;
        this.ownName = ownName;
        this.day = day;
        this.shortDay = shortDay;
        this.moment = moment;
    }

    /** The one with this tag, {@code de}; empty where there is none. */
    static Optional<Language> tagged(String tag) {
        return Stream.of(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /**
     * The one that a reader likes best (RFC 4647, lookup), English where there is none or the header is not understood.
     *
     * @param acceptLanguage the header's value; null where there is none
     */
    static Language preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return EN;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(acceptLanguage), LOCALES);
            return found == null ? EN : tagged(found.toLanguageTag()).orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    Locale locale() {
        return locale;
    }

    /** What it calls itself. */
    public String ownName() {
        return ownName;
    }

    /** As {@code DateTimeFormatter} takes it. */
    String day() {
        return day;
    }

    String shortDay() {
        return shortDay;
    }

    String moment() {
        return moment;
    }
}
