package dev.lectern.chassis.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Bodies that are taken byte by byte: files of any type, and texts. */
final class Uploads {

    static final String ANY = "*/*";

    private static final String BYTES = "application/octet-stream";

    private Uploads() {}

    /** A client that is made of the document has to send some type, and takes the first. */
    static Content described(Content content) {
        var described = OASFactory.createContent();
        if (content.getMediaType(ANY) != null) {
            described.addMediaType(BYTES, content.getMediaType(ANY));
        }
        content.getMediaTypes().forEach((type, media) -> described.addMediaType(type, media(type, media)));
        return described;
    }

    private static MediaType media(String type, MediaType media) {
        return type.startsWith("text/")
                ? OASFactory.createMediaType().schema(OASFactory.createSchema().addType(SchemaType.STRING))
                : media;
    }
}
