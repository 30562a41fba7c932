package dev.lectern.chassis.idempotency;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A caller's key in its scope: digests, because they are short, of one length, and give no subject or address away.
 *
 * @param id of caller, method, path and key
 * @param request of the query and the body, which must be the same each time
 */
record IdempotencyKey(byte[] id, byte[] request) {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1," + LONGEST + "}");

    static IdempotencyKey of(List<String> keys, String caller, HttpServerRequest request, byte[] body) {
        if (keys.size() > 1 || !VISIBLE_ASCII.matcher(keys.get(0)).matches()) {
            throw Refused.invalid(
                    Fault.inParameter(HEADER, "Once, with 1 to " + LONGEST + " visible ASCII characters"));
        }
        var id = digest(new byte[0], caller, request.method().name(), place(request.path()), keys.get(0));
        return new IdempotencyKey(id, digest(body, request.query() == null ? "" : request.query()));
    }

    /**
     * What a path leads to, however it is written: its parts decoded, without those that are none, and a slash in one
     * told from those between them.
     */
    static String place(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/", -1)) {
            var decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.equals("..")) {
                parts.pollLast();
            } else if (!decoded.isEmpty() && !decoded.equals(".")) {
                parts.addLast(decoded.replace("%", "%25").replace("/", "%2F"));
            }
        }
        return String.join("/", parts);
    }

    /** None of the texts can have the NUL that ends each. */
    private static byte[] digest(byte[] body, String... texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
