package dev.lectern.chassis.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;

/** Lets a validation error point at the member of the JSON body where that has another name than in Java. */
@Singleton
public class JsonMemberNames implements ValidatorFactoryCustomizer {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.propertyNodeNameProvider(JsonMemberNames::memberName);
    }

    private static String memberName(Property property) {
        if (!(property instanceof JavaBeanProperty bean)) {
            return property.getName();
        }
        var type = JSON.constructType(bean.getDeclaringClass());
        return JSON.getDeserializationConfig().introspect(type).findProperties().stream()
                .filter(member -> member.getInternalName().equals(bean.getName()))
                .map(member -> member.getName())
                .findFirst()
                .orElse(bean.getName());
    }
}
