package dev.lectern.chassis.openapi;

import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.job.Jobs;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What the code says of its endpoints, by the ids that operations have at first: the resource, an underscore, the
 * method.
 */
final class Endpoints {

    private final Map<String, MethodInfo> methods = new HashMap<>();

    Endpoints(IndexView index) {
        index.getAnnotations(DotName.createSimple(Path.class)).stream()
                .map(annotation -> annotation.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .forEach(target -> add(target.asClass()));
    }

    private void add(ClassInfo resource) {
        resource.methods()
                .forEach(method -> methods.merge(
                        resource.simpleName() + "_" + method.name(),
                        method,
                        (one, other) ->
                                one.annotations().size() < other.annotations().size() ? other : one));
    }

    private Optional<MethodInfo> method(String id) {
        return Optional.ofNullable(methods.get(id));
    }

    /** Nobody has to say who they are. */
    boolean isPublic(String id) {
        var permitAll = DotName.createSimple(PermitAll.class);
        return method(id)
                .filter(method -> method.hasAnnotation(permitAll)
                        || method.declaringClass().hasDeclaredAnnotation(permitAll))
                .isPresent();
    }

    boolean takesIfMatch(String id) {
        var type = DotName.createSimple(IfMatch.class);
        return method(id)
                .filter(method -> method.parameterTypes().stream()
                        .anyMatch(parameter -> parameter.name().equals(type)))
                .isPresent();
    }

    /** It is done once for each Idempotency-Key, by itself or by {@link Jobs}. */
    boolean isDoneOnce(String id) {
        return method(id)
                .filter(method -> method.hasAnnotation(DotName.createSimple(Idempotent.class)))
                .isPresent();
    }
}
