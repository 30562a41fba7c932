package dev.lectern.chassis.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or program behind a request, as their verified token says. */
@RequestScoped
public class Caller {

    private static final String ADMIN = "admin";
    private static final String ORGANISER = "organiser";

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    public boolean isAdmin() {
        return identity.hasRole(ADMIN);
    }

    public boolean isOrganiser() {
        return identity.hasRole(ORGANISER);
    }

    public String subject() {
        return token.getSubject();
    }

    /** The e-mail address, if the provider vouches for it: an address that anyone can claim opens nothing. */
    public Optional<String> verifiedEmail() {
        Object verified = token.getClaim("email_verified");
        return "true".equals(String.valueOf(verified))
                ? Optional.ofNullable(token.getClaim("email"))
                : Optional.empty();
    }

    /** How others see the caller. Never the address: this name travels in events and mail. */
    public String displayName() {
        String name = token.getClaim("name");
        return name == null || name.isBlank() ? "An organiser" : name.strip();
    }

    /** Whether the caller may touch what these members share; an admin may touch everything. Members are subjects or addresses. */
    public boolean mayTouchWhatIsSharedBy(Collection<String> members) {
        return isAdmin() || (isOrganiser() && members.stream().anyMatch(this::is));
    }

    private boolean is(String member) {
        return member.equals(subject())
                || verifiedEmail().filter(member::equalsIgnoreCase).isPresent();
    }
}
