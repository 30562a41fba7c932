package dev.lectern.schedule.agenda;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an agenda in one format. Equal tags mean equal bytes, whatever they were made from. */
final class Rendition {

    private final Format format;
    private final byte[] bytes;
    private final EntityTag tag;

    Rendition(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
        this.tag = new EntityTag(hash(bytes));
    }

    Format format() {
        return format;
    }

    /** To be sent, not to be altered. */
    byte[] bytes() {
        return bytes;
    }

    EntityTag tag() {
        return tag;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
