package dev.lectern.stack.data;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lectern.stack.data.Tokens.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    private Path folder;

    @Test
    void aTokenIsVerifiedByThePublishedKey() throws Exception {
        var tokens = new Tokens(new DataDirectory(folder));
        // When
        var claims = verify(tokens.sign("ada@conf.example", Group.ORGANISER), tokens.jwks());
        // Then
        assertThat(claims.getStringClaimValue("email")).isEqualTo("ada@conf.example");
        assertThat(claims.getClaimValue("email_verified")).isEqualTo(true);
        assertThat(claims.getStringClaimValue("name")).isEqualTo("ada");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("organiser"));
        assertThat(claims.getExpirationTime().getValue() - NumericDate.now().getValue())
                .isBetween(Tokens.LIFETIME.toSeconds() - 60, Tokens.LIFETIME.toSeconds());
    }

    @Test
    void theKeysAreFoundAsThoseOfAProvider() throws Exception {
        var configuration = JsonUtil.parseJson(Tokens.configuration("http://127.0.0.1:8080"));
        assertThat(configuration)
                .containsEntry("issuer", Tokens.ISSUER)
                .containsEntry("jwks_uri", "http://127.0.0.1:8080/.well-known/jwks.json");
    }

    @Test
    void theKeyAndTheSubjectStayTheSame() throws Exception {
        var data = new DataDirectory(folder);
        var before = new Tokens(data);
        var after = new Tokens(data);
        // When
        var first = verify(before.sign("ada@conf.example", Group.ADMIN), after.jwks());
        var second = verify(after.sign("Ada@conf.example", Group.ORGANISER), before.jwks());
        // Then
        assertThat(first.getSubject()).isEqualTo(second.getSubject());
    }

    @Test
    void anotherStacksTokenIsNotAccepted() {
        var ours = new Tokens(new DataDirectory(folder.resolve("ours")));
        var theirs = new Tokens(new DataDirectory(folder.resolve("theirs")));
        // When
        var verdict = catchThrowable(() -> verify(theirs.sign("ada@conf.example", Group.ADMIN), ours.jwks()));
        // Then
        assertThat(verdict).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void thePrivateKeyIsForItsOwnerOnly() throws Exception {
        var tokens = new Tokens(new DataDirectory(folder));
        // Then
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/token.jwk")))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(tokens.jwks()).doesNotContain("\"d\":");
    }

    private static JwtClaims verify(String token, String jwks) throws Exception {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(Tokens.ISSUER)
                .setExpectedAudience("lectern")
                .setRequireSubject()
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .build()
                .processToClaims(token);
    }
}
