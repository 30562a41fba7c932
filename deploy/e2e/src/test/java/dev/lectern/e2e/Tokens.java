package dev.lectern.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that the stack's own command does not sign, good and bad. */
final class Tokens {

    private final RsaJsonWebKey key;

    /** Signs with the key that the stack made. */
    Tokens(Path data) {
        try {
            key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(data.resolve("keys/token.jwk")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** A good one. */
    String of(String email, String... groups) {
        return signed(claims(email, groups), key);
    }

    /** Each is wrong in one way, and would be an administrator's otherwise. */
    Map<String, String> bad() {
        var admin = claims("root@conf.example", "admin");
        try {
            var other = RsaJwkGenerator.generateJwk(2048);
            other.setKeyId(key.getKeyId());
            return Map.of(
                    "expired", signed(with(admin, "exp", now() - 3600), key),
                    "audience", signed(with(admin, "aud", "elsewhere"), key),
                    "issuer", signed(with(admin, "iss", "https://elsewhere.example"), key),
                    "subject", signed(with(admin, "sub", null), key),
                    "key", signed(admin, other),
                    "none", unsigned(admin),
                    "public key as a secret", confused(admin),
                    "payload", tampered(admin),
                    "rubbish", "a.b.c");
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> claims(String email, String... groups) {
        return Map.of(
                "iss",
                "https://lectern.local",
                "aud",
                "lectern",
                "sub",
                "subject-of-" + email.replace('@', '.'),
                "email",
                email,
                "email_verified",
                true,
                "name",
                email.substring(0, email.indexOf('@')),
                "groups",
                List.of(groups),
                "iat",
                now() - 7200,
                "exp",
                now() + 3600);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        var changed = new HashMap<>(claims);
        changed.put(name, value);
        changed.values().removeIf(java.util.Objects::isNull);
        return changed;
    }

    private static String signed(Map<String, Object> claims, RsaJsonWebKey key) {
        var token = token(claims, key);
        token.setKey(key.getPrivateKey());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return compact(token);
    }

    private String unsigned(Map<String, Object> claims) {
        var token = token(claims, key);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return compact(token);
    }

    /** Signed with what everybody knows, in the hope that the verifier takes it for a shared secret. */
    private String confused(Map<String, Object> claims) {
        var token = token(claims, key);
        token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return compact(token);
    }

    /** Another's signature under one's own claims. */
    private String tampered(Map<String, Object> claims) {
        var own = signed(claims, key);
        var other = signed(with(claims, "groups", List.of()), key);
        return own.substring(0, own.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }

    private static JsonWebSignature token(Map<String, Object> claims, RsaJsonWebKey key) {
        var token = new JsonWebSignature();
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "JWT");
        token.setPayload(JsonUtil.toJson(claims));
        return token;
    }

    private static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
