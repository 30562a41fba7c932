package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * What JSON tells apart by the value of one member, as the code has it: each variant gets that member, is named by it,
 * and those who choose between variants say which is which.
 */
final class Variants {

    private static final DotName KINDS = DotName.createSimple(JsonSubTypes.class);
    private static final DotName MEMBER = DotName.createSimple(JsonTypeInfo.class);

    private final IndexView index;

    Variants(IndexView index) {
        this.index = index;
    }

    void describe(Schemas schemas) {
        index.getAnnotations(KINDS)
                .forEach(kinds -> describe(schemas, kinds.target().asClass(), kinds));
    }

    private static void describe(Schemas schemas, ClassInfo type, AnnotationInstance kinds) {
        var member = type.declaredAnnotation(MEMBER).value("property").asString();
        var named = new LinkedHashMap<String, String>();
        Arrays.stream(kinds.value().asNestedArray()).forEach(kind -> {
            var value = kind.value("name").asString();
            var old = kind.value().asClass().name().withoutPackagePrefix();
            var variant = schemas.all().get(old);
            if (variant != null) {
                var name = name(value, type);
                schemas.rename(old, name);
                add(member, value, variant);
                named.put(name, value);
            }
        });
        schemas.all().values().forEach(schema -> discriminate(schema, member, named));
    }

    /** {@code swapRooms} of {@code Operation} is a {@code SwapRoomsOperation}. */
    private static String name(String value, ClassInfo type) {
        return value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1) + type.simpleName();
    }

    private static void add(String member, String value, Schema variant) {
        var members = new LinkedHashMap<String, Schema>();
        members.put(member, OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration(value));
        if (variant.getProperties() != null) {
            members.putAll(variant.getProperties());
        }
        variant.setProperties(members);
        Schemas.require(variant, member);
    }

    private static void discriminate(Schema schema, String member, Map<String, String> named) {
        if (schema.getOneOf() == null
                || !named.keySet()
                        .containsAll(
                                schema.getOneOf().stream().map(SchemaWalk::name).toList())) {
            return;
        }
        var discriminator = OASFactory.createDiscriminator().propertyName(member);
        for (var variant : schema.getOneOf()) {
            discriminator.addMapping(named.get(SchemaWalk.name(variant)), variant.getRef());
        }
        schema.setDiscriminator(discriminator);
    }
}
