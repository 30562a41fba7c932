package dev.lectern.schedule.agenda;

import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Addresses at which an agenda can be seen by those who have them, public or not. */
@Path("/schedule/conferences/{c}/previews")
class PreviewResource {

    /** @param revoked whether there can have been any */
    @Schema(name = "RevokedPreviews")
    record Revoked(boolean revoked) {}

    private final CurrentConference conference;
    private final PreviewKeys keys;
    private final String publicUrl;

    PreviewResource(
            CurrentConference conference,
            PreviewKeys keys,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.conference = conference;
        this.keys = keys;
        this.publicUrl = publicUrl;
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<PreviewView> add(@Valid NewPreview request) {
        var given = Objects.requireNonNullElse(request, NewPreview.EMPTY);
        var expiresAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(given.days()));
        var address = PreviewAddress.signed(conference.slug(), expiresAt, keys.make(conference.id()));
        var url = publicUrl + "/agenda/" + address;
        return ResponseBuilder.<PreviewView>create(Status.CREATED)
                .header(HttpHeaders.LOCATION, url)
                .entity(new PreviewView(url, expiresAt))
                .build();
    }

    /** Each of them shows nothing from now on. */
    @DELETE
    @Transactional
    public Revoked revokeAll() {
        return new Revoked(keys.forget(conference.id()));
    }
}
