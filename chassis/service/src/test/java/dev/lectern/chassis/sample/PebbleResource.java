package dev.lectern.chassis.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/pebbles")
@Consumes(MediaType.APPLICATION_JSON)
public class PebbleResource {

    static final long REVISION = 7;

    private final Caller caller;
    private final MergePatch mergePatch;
    private final Pebbles pebbles;

    PebbleResource(Caller caller, MergePatch mergePatch, Pebbles pebbles) {
        this.caller = caller;
        this.mergePatch = mergePatch;
        this.pebbles = pebbles;
    }

    @GET
    @PermitAll
    public Page<Integer> list(@RestQuery Integer pageSize, @RestQuery String pageToken, @RestQuery boolean dryRun) {
        var size = Page.size(pageSize);
        var from = Math.toIntExact(Page.after(pageToken, 0)) + 1;
        var found = IntStream.rangeClosed(from, 5).limit(size + 1L).boxed().toList();
        return Page.of(found, size, last -> last, Function.identity());
    }

    @GET
    @Path("{name}")
    @PermitAll
    public String get(@RestPath String name) {
        if ("broken".equals(name)) {
            throw new IllegalStateException("a secret");
        }
        return name;
    }

    @GET
    @Path("of/{id}")
    public Map<String, Object> whoAmI(@RestPath UUID id) {
        return Map.of(
                "admin", caller.isAdmin(),
                "organiser", caller.isOrganiser(),
                "name", caller.displayName(),
                "mine", caller.mayEdit(new Members(List.of("Ada@conf.example"), List.of())));
    }

    /** More than fits into the buffers of a connection. */
    @GET
    @Path("dust")
    public Map<String, String> dust() {
        return Map.of("dust", "x".repeat(10_000_000));
    }

    @POST
    @PermitAll
    public PebbleRequest echo(@Valid PebbleRequest request) {
        return request;
    }

    /** A red one is refused, but only after it was put in. */
    @POST
    @Path("boxes/{box}")
    @Idempotent
    @Transactional
    public RestResponse<Pebble> put(@RestPath String box, @RestQuery boolean dryRun, @Valid PebbleRequest request) {
        var pebble = new Pebble(UUID.randomUUID(), 1, REVISION);
        pebbles.accept(List.of(pebble));
        if ("red".equals(request.colour())) {
            throw PebbleRefusal.RED.because(pebble.id().toString());
        }
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return ResponseBuilder.<Pebble>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/pebbles/" + pebble.id())
                .tag(Long.toString(REVISION))
                .entity(pebble)
                .build();
    }

    /** What is made here has no address of its own. */
    @POST
    @Path("boxes/{box}/dust")
    @Idempotent
    @Transactional
    public Map<String, String> dust(@RestPath String box) {
        return Map.of("dust", box);
    }

    @POST
    @Path("files")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public int upload(@MaxBytes(1_000_000) byte[] file) {
        return file == null ? 0 : file.length;
    }

    @PUT
    @PermitAll
    public PebbleRequest replace(@RestHeader("If-Match") IfMatch ifMatch, @Valid PebbleRequest request) {
        IfMatch.require(ifMatch, REVISION, () -> Map.of("revision", REVISION));
        return request;
    }

    @PATCH
    @PermitAll
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    public PebbleRequest patch(@RestHeader("If-Match") IfMatch ifMatch, ObjectNode patch)
            throws JsonProcessingException {
        IfMatch.honour(ifMatch, REVISION, () -> Map.of("revision", REVISION));
        return mergePatch.apply(new PebbleRequest("grey", 3, List.of("a"), null), patch, PebbleRequest.class);
    }
}
