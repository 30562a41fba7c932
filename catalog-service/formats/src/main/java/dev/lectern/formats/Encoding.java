package dev.lectern.formats;

import dev.lectern.chassis.file.TextFile;
import dev.lectern.chassis.file.UnreadableFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encodings in which spreadsheets save tables: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where it is
 * neither.
 */
final class Encoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HIGH_MARK = 0xFE;
    private static final int LOW_MARK = 0xFF;

    private Encoding() {}

    /** @throws UnreadableFile with the line that is not text */
    static String text(byte[] file) {
        var charset = isUtf16(file) ? StandardCharsets.UTF_16 : isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252;
        return charset.equals(StandardCharsets.UTF_8)
                ? TextFile.read(file)
                : TextFile.read(new String(file, charset).getBytes(StandardCharsets.UTF_8));
    }

    /** Its first characters, whatever they are worth. */
    static String start(byte[] file, int most) {
        var charset = isUtf16(file) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        var start = new String(file, 0, Math.min(file.length, most), charset);
        return start.startsWith("\uFEFF") ? start.substring(1) : start;
    }

    private static boolean isUtf16(byte[] file) {
        return file.length >= 2
                && ((file[0] == (byte) HIGH_MARK && file[1] == (byte) LOW_MARK)
                        || (file[0] == (byte) LOW_MARK && file[1] == (byte) HIGH_MARK));
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
