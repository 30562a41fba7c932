package dev.lectern.chassis.text;

/** A formula in TeX, and how far it has been read. */
final class TexSource {

    private static final int END = -1;

    private final String tex;
    private int position;

    TexSource(String tex) {
        this.tex = tex;
    }

    /** The next letter, {@value #END} at the end. */
    int peek() {
        return position < tex.length() ? tex.codePointAt(position) : END;
    }

    boolean isAtEnd() {
        return peek() == END;
    }

    int next() {
        var letter = peek();
        if (letter == END) {
            throw new Unreadable();
        }
        position += Character.charCount(letter);
        return letter;
    }

    void skipSpaces() {
        while (position < tex.length() && Character.isWhitespace(tex.charAt(position))) {
            position++;
        }
    }

    boolean startsWith(String text) {
        return tex.startsWith(text, position);
    }

    /** Reads past this text, if it is what comes next. */
    boolean take(String text) {
        skipSpaces();
        var isThere = startsWith(text);
        position += isThere ? text.length() : 0;
        return isThere;
    }

    void require(String text) {
        if (!take(text)) {
            throw new Unreadable();
        }
    }

    /** The command that comes next, without its backslash; it stays unread. */
    String peekCommand() {
        var before = position;
        var command = peek() == '\\' ? command() : "";
        position = before;
        return command;
    }

    /** Reads a backslash and the letters behind it, or the one sign. */
    String command() {
        require("\\");
        var start = position;
        while (position < tex.length() && isLatin(tex.charAt(position))) {
            position++;
        }
        if (position == start) {
            next();
        } else if (position < tex.length() && tex.charAt(position) == '*') {
            // \operatorname* and the like mean the same without it.
            return tex.substring(start, position++);
        }
        return tex.substring(start, position);
    }

    /**
     * Reads what is in the braces that come next, as written. What is inside other braces, or is no plain text, is
     * unreadable.
     */
    String plainArgument() {
        require("{");
        var end = tex.indexOf('}', position);
        if (end < 0) {
            throw new Unreadable();
        }
        var text = tex.substring(position, end);
        if (text.chars().anyMatch(letter -> "\\{$#%".indexOf(letter) >= 0)) {
            throw new Unreadable();
        }
        position = end + 1;
        return text;
    }

    private static boolean isLatin(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }
}
