package dev.lectern.catalog.preview;

import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.chassis.file.TextFile;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.RichText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shows texts as the agenda will. */
@Path("/catalog/conferences/{c}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class PreviewResource {

    /** The longest abstract, of letters that take four bytes each. */
    private static final long LARGEST_TEXT = 200_000;

    private final ConferenceAccess access;

    PreviewResource(ConferenceAccess access) {
        this.access = access;
    }

    @GET
    @Path("contributions/{number}/preview")
    @Transactional
    public RestResponse<String> contribution(@RestPath int number) {
        var contribution = Contribution.numbered(access.conference(), number)
                .orElseThrow(() -> Refused.notFound("This conference has no contribution " + number));
        return html(Preview.of(contribution.content()).render());
    }

    /**
     * Previews a text that is not stored yet, and is not stored now.
     *
     * @param text Markdown
     * @return a fragment, to be put into a page as it is
     */
    @POST
    @Path("preview")
    @Consumes({"text/markdown", MediaType.TEXT_PLAIN})
    @Idempotent
    @Transactional
    public RestResponse<String> text(@MaxBytes(LARGEST_TEXT) byte[] text) {
        QuarkusTransaction.setRollbackOnly();
        return html(RichText.html(TextFile.read(text)));
    }

    private static RestResponse<String> html(String html) {
        return ResponseBuilder.ok(html)
                .header("Content-Security-Policy", Preview.STYLE.policy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }
}
