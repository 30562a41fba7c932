package dev.lectern.chassis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider, as far as services ask it, with one key at a time. */
final class RotatingProvider {

    final RsaJsonWebKey first = newKey();

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RsaJsonWebKey published = first;

    RotatingProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                () -> JsonUtil.toJson(Map.of(
                        "issuer", issuer(), "jwks_uri", issuer() + "/keys", "token_endpoint", issuer() + "/token")));
        answer("/keys", () -> {
            fetches.incrementAndGet();
            return new JsonWebKeySet(published).toJson();
        });
        server.start();
    }

    private void answer(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            var bytes = body.get().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static RsaJsonWebKey newKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In place of the key before. */
    void publish(RsaJsonWebKey key) {
        published = key;
    }

    /** How often services have asked for the keys. */
    int fetches() {
        return fetches.get();
    }

    String sign(RsaJsonWebKey key) {
        return Jwt.issuer(issuer())
                .audience("lectern")
                .subject("ada")
                .claim("email", "ada@conf.example")
                .claim("email_verified", true)
                .groups("organiser")
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    void stop() {
        server.stop(0);
    }
}
