package dev.lectern.chassis.http;

import java.nio.charset.StandardCharsets;

/** What counts as text: anything in UTF-8 but NUL, which PostgreSQL cannot keep. */
final class Text {

    static final String NOT_STORABLE = "This contains a character that is not text";

    private Text() {}

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
