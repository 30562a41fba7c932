package dev.lectern.chassis.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file of text. It is UTF-8 or refused as a whole. */
public final class TextFile {

    private TextFile() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws UnreadableFile with the line that is not text
     */
    public static String read(byte[] file) {
        var bytes = ByteBuffer.wrap(file == null ? new byte[0] : file);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            var nul = text.indexOf('\0');
            if (nul >= 0) {
                throw new UnreadableFile(line(text.substring(0, nul)), "A NUL character");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            var readable = new String(file, 0, bytes.position(), StandardCharsets.UTF_8);
            throw new UnreadableFile(line(readable), "Not UTF-8");
        }
    }

    /** Lines end as in {@link String#lines}; the next character is in this one. */
    private static int line(String before) {
        return Math.toIntExact((before + "x").lines().count());
    }
}
