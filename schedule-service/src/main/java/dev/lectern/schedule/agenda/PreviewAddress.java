package dev.lectern.schedule.agenda;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a conference's agenda can be seen that is not public: its slug with a tilde, which no slug has, and a token
 * behind it, so that all pages and files of the preview are below {@code /agenda/physics~AAAAAGpFtQ…}. The token says
 * until when, and is signed (HMAC with SHA-256, 128 bits of it).
 */
record PreviewAddress(String slug, Instant expiresAt, byte[] signature) {

    private static final char TILDE = '~';
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    static PreviewAddress signed(String slug, Instant expiresAt, byte[] key) {
        return new PreviewAddress(slug, expiresAt, sign(slug, expiresAt, key));
    }

    static boolean isOne(String address) {
        return address.indexOf(TILDE) >= 0;
    }

    /** Empty where the token is no token, whoever may have signed it. */
    static Optional<PreviewAddress> parse(String address) {
        var tilde = address.indexOf(TILDE);
        try {
            var token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(address.substring(tilde + 1)));
            if (tilde < 1 || token.remaining() != Long.BYTES + SIGNATURE_BYTES) {
                return Optional.empty();
            }
            var seconds = token.getLong();
            var signature = new byte[SIGNATURE_BYTES];
            token.get(signature);
            return Optional.of(
                    new PreviewAddress(address.substring(0, tilde), Instant.ofEpochSecond(seconds), signature));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isValid(byte[] key, Instant now) {
        return now.isBefore(expiresAt) && MessageDigest.isEqual(signature, sign(slug, expiresAt, key));
    }

    private static byte[] sign(String slug, Instant expiresAt, byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(expiresAt.getEpochSecond())
                    .flip());
            mac.update(slug.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** {@code physics~AAAAAGpFtQ…} */
    @Override
    public String toString() {
        var token = ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES)
                .putLong(expiresAt.getEpochSecond())
                .put(signature);
        return slug + TILDE + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }
}
