package dev.lectern.chassis.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Documents the header at every POST. */
@OpenApiFilter
public class IdempotencyKeyInOpenApi implements OASFilter {

    @Override
    public PathItem filterPathItem(PathItem path) {
        if (path.getPOST() != null) {
            path.getPOST()
                    .addParameter(OASFactory.createParameter()
                            .name(IdempotencyKey.HEADER)
                            .in(In.HEADER)
                            .description("Sent again with the same key, query and body within a day, this is done once "
                                    + "and answered the same; with another query or body it is a 422.")
                            .schema(OASFactory.createSchema()
                                    .addType(SchemaType.STRING)
                                    .minLength(1)
                                    .maxLength(IdempotencyKey.LONGEST)));
        }
        return path;
    }
}
