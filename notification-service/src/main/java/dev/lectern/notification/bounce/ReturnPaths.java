package dev.lectern.notification.bounce;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The envelope senders of mails: an address with a token that names the notice and is signed, so that nobody but this
 * service can make one.
 */
@Startup
@ApplicationScoped
public class ReturnPaths {

    /** With a plus sign and the token this is an address' longest local part (RFC 5321, section 4.5.3.1.1). */
    private static final Pattern ADDRESS = Pattern.compile("([^@+\\s<>\"]{1,24})@([^@\\s<>\"]+)");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 8;

    /** Letters whose case does not matter, for mail servers may change it. */
    private static final int RADIX = 32;

    private static final int DIGITS = 39;

    private final EntityManager entities;
    private final Optional<Form> form;
    private volatile SecretKeySpec key;

    /** @param ours finds tokens in what a report says */
    private record Form(String local, String domain, Pattern ours) {

        static Form of(String address) {
            var parts = ADDRESS.matcher(address);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "lectern.bounces.address is no address with 24 characters without a plus sign before the @");
            }
            var token =
                    Pattern.quote(parts.group(1)) + "\\+([0-9a-v]{" + DIGITS + "})@" + Pattern.quote(parts.group(2));
            return new Form(parts.group(1), parts.group(2), Pattern.compile(token, Pattern.CASE_INSENSITIVE));
        }
    }

    ReturnPaths(EntityManager entities, BounceRules rules) {
        this.entities = entities;
        this.form = rules.address().map(Form::of);
    }

    public boolean areTold() {
        return form.isPresent();
    }

    /** The envelope sender of a notice's mail, null for that of the mail itself. Runs in a transaction. */
    public String of(UUID notice) {
        return form.map(parts -> parts.local() + "+" + token(notice) + "@" + parts.domain())
                .orElse(null);
    }

    /** The notice that the first genuine token names. Runs in a transaction. */
    Optional<UUID> noticeIn(String text) {
        return form.stream()
                .flatMap(parts -> parts.ours().matcher(text).results())
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .flatMap(token -> notice(token).stream())
                .findFirst();
    }

    private String token(UUID notice) {
        var id = ByteBuffer.allocate(ID_BYTES)
                .putLong(notice.getMostSignificantBits())
                .putLong(notice.getLeastSignificantBits())
                .array();
        var signed = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                .put(id)
                .put(signature(id), 0, SIGNATURE_BYTES)
                .array();
        var digits = new BigInteger(1, signed).toString(RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    private Optional<UUID> notice(String token) {
        var value = new BigInteger(token, RADIX).toByteArray();
        var signed = new byte[ID_BYTES + SIGNATURE_BYTES];
        var length = Math.min(value.length, signed.length);
        System.arraycopy(value, value.length - length, signed, signed.length - length, length);
        var id = ByteBuffer.wrap(signed, 0, ID_BYTES);
        var notice = new UUID(id.getLong(), id.getLong());
        var isGenuine = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.US_ASCII), token(notice).getBytes(StandardCharsets.US_ASCII));
        return isGenuine ? Optional.of(notice) : Optional.empty();
    }

    private byte[] signature(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** All replicas have the same, which a migration made. */
    private SecretKeySpec key() {
        if (key == null) {
            @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
            List<Tuple> rows = entities.createNativeQuery("select key from return_path_key", Tuple.class)
                    .getResultList();
            key = new SecretKeySpec(rows.get(0).get(0, byte[].class), ALGORITHM);
        }
        return key;
    }
}
