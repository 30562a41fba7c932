package dev.lectern.chassis.access;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.Controls;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or program behind a request, as their verified token says. */
@RequestScoped
public class Caller {

    private static final String ADMIN = "admin";
    private static final String ORGANISER = "organiser";

    private static final int LONGEST_NAME = 200;

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** Who it is, whatever token they show: subjects are only unique within their issuer. */
    public String id() {
        return token.getIssuer() + " " + token.getSubject();
    }

    public boolean isAdmin() {
        return identity.hasRole(ADMIN);
    }

    public boolean isOrganiser() {
        return identity.hasRole(ORGANISER);
    }

    /** How others see the caller. Never an address, nor a text that is no name: this travels in events and mail. */
    public String displayName() {
        String claimed = token.getClaim("name");
        var name = claimed == null ? "" : Controls.oneLine(claimed);
        return name.isEmpty() || name.length() > LONGEST_NAME || isAddress(Normalizer.normalize(name, Form.NFKC))
                ? "An organiser"
                : name;
    }

    /**
     * By what a list of members may name the caller: the subject, and the e-mail address in lower case where the
     * provider vouches for it. An address that anyone can claim opens nothing, whether it stands in {@code email} or in
     * {@code sub}; nor does one in letters that only look like ASCII.
     */
    public List<String> memberships() {
        Object verified = token.getClaim("email_verified");
        Optional<String> email = token.claim("email");
        return Stream.concat(
                        Stream.of(token.getSubject()).filter(subject -> !isAddress(subject)),
                        email
                                .filter(address -> "true".equals(String.valueOf(verified)))
                                .filter(StandardCharsets.US_ASCII.newEncoder()::canEncode)
                                .map(Caller::comparable)
                                .stream())
                .toList();
    }

    /** Whether the caller may change what these members share; an admin may change everything. */
    public boolean mayEdit(Members members) {
        return isAdmin() || isAmong(members.editors());
    }

    /** Whether the caller may see what these members share. */
    public boolean mayRead(Members members) {
        return mayEdit(members) || isAmong(members.readers());
    }

    private boolean isAmong(List<String> members) {
        return isOrganiser() && memberships().stream().anyMatch(members::contains);
    }

    /** Refuses with 404 whoever can be a member of nothing: there is nothing to wait for. */
    public void requireGroup() {
        if (!isAdmin() && !isOrganiser()) {
            throw Refused.notFound();
        }
    }

    /**
     * For what concerns all conferences.
     *
     * @throws Refused 403 for whoever is no admin
     */
    public void requireAdmin(String otherwise) {
        if (!isAdmin()) {
            throw Refused.forbidden(otherwise);
        }
    }

    /** Addresses are compared without case, subjects to the letter. */
    public static String comparable(String member) {
        return isAddress(member) ? member.toLowerCase(Locale.ROOT) : member;
    }

    private static boolean isAddress(String member) {
        return member.contains("@");
    }
}
