package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text file that is the body of a request. It is UTF-8 or refused as a whole. */
public final class TextFile {

    /** Enough to see what is wrong; a file may be wrong in every line. */
    private static final int MOST_FAULTS = 100;

    private TextFile() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws Refused 400 {@code invalid-file} with the line that is not text
     */
    public static String read(byte[] file) {
        var bytes = ByteBuffer.wrap(file == null ? new byte[0] : file);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            var nul = text.indexOf('\0');
            if (nul >= 0) {
                throw invalid(List.of(Fault.inLine(line(text.substring(0, nul)), "A NUL character")));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            var readable = new String(file, 0, bytes.position(), StandardCharsets.UTF_8);
            throw invalid(List.of(Fault.inLine(line(readable), "Not UTF-8")));
        }
    }

    /** 400: nothing of the file is taken, for these reasons; only the first hundred are listed. */
    public static Refused invalid(List<Fault> faults) {
        var detail = faults.size() > MOST_FAULTS
                ? "There are " + faults.size() + " errors; the first " + MOST_FAULTS + " are listed"
                : faults.get(0).detail();
        return new Refused(
                400,
                "invalid-file",
                "The file cannot be imported",
                detail,
                faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }

    /** Lines end as in {@link String#lines}; the next character is in this one. */
    private static int line(String before) {
        return Math.toIntExact((before + "x").lines().count());
    }
}
