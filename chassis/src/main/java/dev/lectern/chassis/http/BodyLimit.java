package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.Refused;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Refuses a body over its limit with 413. The rest of it is read and thrown away, because a client that is still sending would see a broken
 * connection instead of the answer.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var limit = Arrays.stream(context.getAnnotations())
                .filter(MaxBytes.class::isInstance)
                .mapToLong(annotation -> ((MaxBytes) annotation).value())
                .findFirst()
                .orElse(MaxBytes.DEFAULT);
        context.setInputStream(new ByteArrayInputStream(read(context.getInputStream(), limit)));
        return context.proceed();
    }

    private byte[] read(InputStream body, long limit) throws IOException {
        var bytes = body.readNBytes(Math.toIntExact(limit + 1));
        if (bytes.length > limit) {
            body.transferTo(OutputStream.nullOutputStream());
            throw new Refused(413, "too-large", "The body is too large", "At most " + limit + " bytes are taken here");
        }
        return bytes;
    }
}
