package dev.lectern.chassis.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as a provider would sign them, for the service under test only. */
public final class TestTokens {

    public static final String ISSUER = "https://issuer.example";
    static final String KEY_PROPERTY = "lectern.test.signing-key";
    private static final String KEY_ID = "test";
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    public static String admin() {
        return of("root@conf.example", "admin");
    }

    /** An organiser with a verified address. */
    public static String organiser(String email) {
        return of(email, "organiser");
    }

    /** Someone whom the provider knows, without a group. */
    public static String stranger(String email) {
        return sign(claims(email, true));
    }

    public static String organiserWithUnverifiedEmail(String email) {
        return sign(claims(email, false).groups("organiser"));
    }

    /** An organiser of whom the provider says this too, or instead, of whatever type it is. */
    public static String claiming(String email, String claim, Object value) {
        var claims = new HashMap<String, Object>(Map.of(
                "iss",
                ISSUER,
                "aud",
                "lectern",
                "sub",
                "subject-of-" + email,
                "email",
                email,
                "email_verified",
                true,
                "name",
                "Ada L.",
                "groups",
                List.of("organiser"),
                "iat",
                Instant.now().getEpochSecond(),
                "exp",
                Instant.now().plusSeconds(3600).getEpochSecond()));
        claims.put(claim, value);
        var header =
                new JsonObject(Map.of("alg", "RS256", "kid", KEY_ID)).toBuffer().getBytes();
        var signed = base64Url(header) + "."
                + base64Url(new JsonObject(claims).toBuffer().getBytes());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signingKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    public static String expired(String email) {
        return sign(
                claims(email, true).groups("organiser").issuedAt(1_000_000_000).expiresAt(1_000_000_060));
    }

    public static String forAnotherAudience(String email) {
        return sign(claims(email, true).groups("organiser").audience("someone-else"));
    }

    /** Signed once: a signature takes longer than most requests. */
    private static String of(String email, String group) {
        var key = ConfigProvider.getConfig().getValue(KEY_PROPERTY, String.class);
        return SIGNED.computeIfAbsent(
                List.of(key, email, group), unsigned -> sign(claims(email, true).groups(Set.of(group))));
    }

    private static JwtClaimsBuilder claims(String email, boolean verified) {
        return Jwt.issuer(ISSUER)
                .audience("lectern")
                .subject("subject-of-" + email)
                .claim("email", email)
                .claim("email_verified", verified)
                .claim("name", "Ada L.")
                .expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(signingKey());
    }

    private static PrivateKey signingKey() {
        try {
            var encoded = ConfigProvider.getConfig().getValue(KEY_PROPERTY, String.class);
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the tests' signing key cannot be read", e);
        }
    }

    static KeyPair newKeys() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static String encoded(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    static String jwks(KeyPair keys) {
        var key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64Url(key.getModulus()), base64Url(key.getPublicExponent()));
    }

    private static String base64Url(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return base64Url(unsigned);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
