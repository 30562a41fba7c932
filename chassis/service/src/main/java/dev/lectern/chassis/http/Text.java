package dev.lectern.chassis.http;

import java.nio.charset.StandardCharsets;

/** What counts as text: all that UTF-8 can express but NUL, which PostgreSQL cannot keep. */
final class Text {

    static final String NOT_STORABLE =
            "This contains NUL (U+0000) or half of a surrogate pair, which cannot be kept as text";

    private Text() {}

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
