package dev.lectern.formats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The external id of a contribution that has nothing but its title. A long one is kept as its SHA-256. */
final class TitleAsId {

    private static final int LONGEST = 150;

    private TitleAsId() {}

    static String of(String title) {
        return "title:" + (title.length() <= LONGEST ? title : digest(title));
    }

    private static String digest(String title) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(title.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
