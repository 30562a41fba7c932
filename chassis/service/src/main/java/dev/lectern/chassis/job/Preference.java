package dev.lectern.chassis.job;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a caller waits for the answer itself.
 *
 * @param applied the preference that is honoured, null where there is none
 */
record Preference(Duration patience, String applied) {

    /** Shorter than connections may be silent. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String ASYNC = "respond-async";
    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?([0-9]{1,4})\"?");

    /** @param header RFC 7240's {@code Prefer}, null for none; what else it has is ignored, as the RFC demands */
    static Preference of(String header) {
        var preferences = header == null
                ? List.<String>of()
                : Stream.of(header.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .toList();
        var wait = preferences.stream()
                .map(WAIT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                .findFirst();
        var isAsync = preferences.contains(ASYNC);
        var patience = wait.orElse(isAsync ? Duration.ZERO : LONGEST);
        return new Preference(patience.compareTo(LONGEST) < 0 ? patience : LONGEST, isAsync ? ASYNC : null);
    }
}
