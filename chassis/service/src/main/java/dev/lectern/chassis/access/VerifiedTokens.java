package dev.lectern.chassis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers whom a token was verified to be of, by the token's hash, so that the signature of one which comes again and
 * again is not checked each time: until it expires, for a minute at most, and not once another key has come up, since
 * the one that signed it may be withdrawn then.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int MOST = 1_000;
    private static final int MOST_KEYS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final OidcIdentityProvider provider;
    private final Cache<ByteBuffer, SecurityIdentity> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** The headers (RFC 7515, section 4) of verified tokens, each of which names its key. */
    private final Cache<String, Boolean> headers =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();

    /** How often another key has come up. */
    private final AtomicLong keys = new AtomicLong();

    VerifiedTokens(OidcIdentityProvider provider) {
        this.provider = provider;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return provider.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        var known = verified.getIfPresent(hash(token));
        return known != null && !hasExpired(known) ? Uni.createFrom().item(known) : verify(request, context);
    }

    /**
     * Whoever shows a token of an unknown key may have the keys fetched again, with whatever comes of that: what was
     * verified before, or is being verified, is to be verified once more.
     */
    private Uni<SecurityIdentity> verify(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        var isOfKnownKey = headers.getIfPresent(header(token)) != null;
        var begun = keys.get();
        var verification = provider.authenticate(request, context);
        return isOfKnownKey
                ? verification.invoke(identity -> remember(token, identity, begun))
                : verification
                        .onTermination()
                        .invoke(this::forgetAll)
                        .invoke(identity -> remember(token, identity, keys.get()));
    }

    private void forgetAll() {
        keys.incrementAndGet();
        verified.invalidateAll();
    }

    private void remember(String token, SecurityIdentity identity, long begun) {
        if (begun == keys.get() && !hasExpired(identity)) {
            headers.put(header(token), true);
            verified.put(hash(token), withoutRequest(identity));
        }
    }

    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    private static boolean hasExpired(SecurityIdentity identity) {
        return !(identity.getPrincipal() instanceof OidcJwtCallerPrincipal claims)
                || claims.getExpirationTime() <= Instant.now().getEpochSecond();
    }

    private static String header(String token) {
        return token.substring(0, Math.max(0, token.indexOf('.')));
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
