package dev.lectern.chassis.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The keys of tokens come from the issuer's discovery document (OpenID Connect Discovery 1.0), unless it is said where
 * they are.
 */
public final class TokenSettings implements ConfigSourceFactory {

    private static final String KEYS = "lectern.token.jwks";

    /** Below the environment, above the properties files. */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext settings) {
        var keys = settings.getValue(KEYS);
        var isDiscovered =
                keys == null || keys.getValue() == null || keys.getValue().isBlank();
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.oidc.discovery-enabled", Boolean.toString(isDiscovered)), "token settings", ORDINAL));
    }
}
