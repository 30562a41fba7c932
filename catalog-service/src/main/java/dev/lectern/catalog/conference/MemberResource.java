package dev.lectern.catalog.conference;

import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One organiser or viewer of a conference, by e-mail address or subject. The two lists are independent: who is on both
 * is an organiser, and still a viewer after that ends.
 */
@Path("/catalog/conferences/{c}")
@Produces(MediaType.APPLICATION_JSON)
class MemberResource {

    private static final int LONGEST = 254;

    private final ConferenceAccess access;
    private final Conferences conferences;

    MemberResource(ConferenceAccess access, Conferences conferences) {
        this.access = access;
        this.conferences = conferences;
    }

    @PUT
    @Path("organisers/{email}")
    @Transactional
    public RestResponse<ConferenceView> addOrganiser(@RestPath String email, @RestHeader("If-Match") IfMatch ifMatch) {
        return share(ifMatch, members -> members.withEditor(named(email)));
    }

    @DELETE
    @Path("organisers/{email}")
    @Transactional
    public RestResponse<ConferenceView> removeOrganiser(
            @RestPath String email, @RestHeader("If-Match") IfMatch ifMatch) {
        return share(ifMatch, members -> members.withoutEditor(email));
    }

    @PUT
    @Path("viewers/{email}")
    @Transactional
    public RestResponse<ConferenceView> addViewer(@RestPath String email, @RestHeader("If-Match") IfMatch ifMatch) {
        return share(ifMatch, members -> members.withReader(named(email)));
    }

    @DELETE
    @Path("viewers/{email}")
    @Transactional
    public RestResponse<ConferenceView> removeViewer(@RestPath String email, @RestHeader("If-Match") IfMatch ifMatch) {
        return share(ifMatch, members -> members.withoutReader(email));
    }

    private static String named(String email) {
        if (email.isBlank() || email.length() > LONGEST) {
            throw Refused.invalid(
                    Fault.inParameter("email", "An address or a subject of at most " + LONGEST + " characters"));
        }
        return email;
    }

    private RestResponse<ConferenceView> share(IfMatch ifMatch, UnaryOperator<Members> change) {
        var conference = Conference.lock(access.conference());
        IfMatch.honour(ifMatch, conference.revision(), () -> ConferenceView.of(conference));
        if (conference.share(change.apply(conference.members()), Edit.now())) {
            conferences.publish(conference);
        }
        return ConferenceResource.answer(conference);
    }
}
