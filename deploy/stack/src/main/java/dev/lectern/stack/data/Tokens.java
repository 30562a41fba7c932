package dev.lectern.stack.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The stack's own token issuer, in place of an OpenID Connect provider: RS256, one key per data directory, valid 30
 * days.
 */
public final class Tokens {

    public static final String ISSUER = "https://lectern.local";

    /** Where the gateway has them. */
    public static final String CONFIGURATION = "/.well-known/openid-configuration";

    public static final String KEYS = "/.well-known/jwks.json";

    static final Duration LIFETIME = Duration.ofDays(30);

    private static final int KEY_BITS = 2048;

    /** What a caller may be. */
    public enum Group {
        ORGANISER,
        ADMIN
    }

    private final RsaJsonWebKey key;

    public Tokens(DataDirectory data) {
        try {
            key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Secrets.keep(data, "token.jwk", Tokens::freshKey));
        } catch (JoseException e) {
            throw new IllegalStateException("unreadable key " + Secrets.file(data, "token.jwk"), e);
        }
    }

    /** The public half, as a JSON Web Key Set (RFC 7517). */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * Where services find the keys, as a provider tells it (OpenID Connect Discovery 1.0).
     *
     * @param gateway where the stack is reached today; the issuer stays the same, and so do tokens
     */
    public static String configuration(String gateway) {
        return JsonUtil.toJson(Map.of(
                "issuer",
                ISSUER,
                "jwks_uri",
                gateway + KEYS,
                "id_token_signing_alg_values_supported",
                List.of(AlgorithmIdentifiers.RSA_USING_SHA256)));
    }

    /** A token for an address; its subject is derived from the address and so stays the same. */
    public String sign(String email, Group group) {
        var now = Instant.now();
        var jws = new JsonWebSignature();
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setPayload(JsonUtil.toJson(Map.of(
                "iss", ISSUER,
                "aud", "lectern",
                "sub",
                        UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(UTF_8))
                                .toString(),
                "email", email,
                "email_verified", true,
                "name", email.substring(0, email.indexOf('@')),
                "groups", List.of(group.name().toLowerCase(Locale.ROOT)),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond())));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static String freshKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }
}
