package dev.lectern.notification.mail;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A language that mails are written in: whole sentences in ICU's MessageFormat, from a file {@code messages_<tag>}.
 * That file is all that a language needs.
 */
public final class Language {

    private static final Pattern FILE = Pattern.compile("[/\\\\]messages_([A-Za-z0-9-]+)\\.properties$");

    private static final Map<String, Language> BY_TAG = readAll();

    public static final Language ENGLISH = BY_TAG.get("en");

    private final String tag;
    private final Locale locale;
    private final ULocale rules;
    private final Map<String, MessageFormat> messages = new HashMap<>();

    private Language(String tag, Properties file) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(file.getProperty("locale"));
        this.rules = ULocale.forLocale(locale);
        file.stringPropertyNames().forEach(key -> messages.put(key, new MessageFormat(file.getProperty(key), rules)));
    }

    /** Tags of BCP 47, sorted. */
    public static List<String> tags() {
        return BY_TAG.keySet().stream().sorted().toList();
    }

    public static List<Language> all() {
        return tags().stream().map(BY_TAG::get).toList();
    }

    public static Optional<Language> tagged(String tag) {
        return Optional.ofNullable(tag).map(BY_TAG::get);
    }

    /**
     * What a reader understands best (RFC 4647, lookup: {@code de-AT} is content with {@code de}).
     *
     * @param wish a tag; null where nothing is known of the reader
     * @param otherwise the tag of the language for whoever understands none of them
     */
    public static Language of(String wish, String otherwise) {
        return Optional.ofNullable(wish)
                .flatMap(Language::nearest)
                .or(() -> tagged(otherwise))
                .orElse(ENGLISH);
    }

    private static Optional<Language> nearest(String wish) {
        try {
            var range = new Locale.Builder().setLanguageTag(wish).build().toLanguageTag();
            return tagged(Locale.lookupTag(List.of(new LanguageRange(range)), BY_TAG.keySet()));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** As {@code lang} and {@code Content-Language} have it. */
    public String tag() {
        return tag;
    }

    /** What it is called by those who speak it. */
    public String name() {
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** {@code ltr} or {@code rtl}, as HTML has it. */
    String direction() {
        return rules.isRightToLeft() ? "rtl" : "ltr";
    }

    /**
     * A message with its arguments. Those from outside are marked ({@link Phrase#marked}); all other texts are words of
     * this language. ICU's formats are for one thread at a time.
     */
    synchronized Phrase say(String key, Map<String, ?> arguments) {
        return Phrase.parse(messages.get(key).format(arguments));
    }

    /** {@code title, type and track}. */
    String list(Collection<String> words) {
        return ListFormatter.getInstance(rules).format(words);
    }

    String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, locale);
    }

    String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, locale);
    }

    Set<String> keys() {
        return messages.keySet();
    }

    /** By key, which arguments it has. */
    Set<String> arguments(String key) {
        return messages.get(key).getArgumentNames();
    }

    private static Map<String, Language> readAll() {
        try {
            return besides("/mail/messages_en.properties").stream()
                    .map(FILE::matcher)
                    .filter(Matcher::find)
                    .map(file -> read(file.group(1)))
                    .collect(Collectors.toMap(Language::tag, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what lies in the same folder as a resource, or in the same jar. */
    private static List<String> besides(String resource) throws IOException {
        var there = Language.class.getResource(resource);
        if (there.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream().map(JarEntry::getName).toList();
        }
        try (var folder = Files.list(Path.of(URI.create(there.toString())).getParent())) {
            return folder.map(Path::toString).toList();
        }
    }

    private static Language read(String tag) {
        try (var resource = Language.class.getResourceAsStream("/mail/messages_" + tag + ".properties")) {
            var file = new Properties();
            file.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return new Language(tag, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
