package dev.lectern.chassis.access;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jose4j.jwt.JwtClaims;

/**
 * Refuses a token whose claims are of other types than OpenID Connect has them (Core, 5.1): what they say of anybody
 * cannot be told.
 */
@ApplicationScoped
class TokenClaims implements SecurityIdentityAugmentor {

    private static final Map<String, Predicate<Object>> TYPES = Map.of(
            "sub", TokenClaims::isText,
            "name", TokenClaims::isText,
            "email", TokenClaims::isText,
            // Some providers write it as a text.
            "email_verified", value -> isText(value) || isTruth(value),
            // One group may stand alone.
            "groups", value -> isText(value) || isTexts(value));

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof OidcJwtCallerPrincipal token && !areOfTheirTypes(token.getClaims())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("a claim is of another type"));
        }
        return Uni.createFrom().item(identity);
    }

    /** As they came: asked by the framework, groups of another type are none. */
    private static boolean areOfTheirTypes(JwtClaims claims) {
        return TYPES.entrySet().stream().allMatch(type -> {
            var value = claims.getClaimValue(type.getKey());
            return value == null || type.getValue().test(value);
        });
    }

    private static boolean isText(Object value) {
        return value instanceof String
                || (value instanceof JsonValue json && json.getValueType() == JsonValue.ValueType.STRING);
    }

    private static boolean isTruth(Object value) {
        return value instanceof Boolean || JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value);
    }

    private static boolean isTexts(Object value) {
        return value instanceof Collection<?> texts && texts.stream().allMatch(TokenClaims::isText);
    }
}
