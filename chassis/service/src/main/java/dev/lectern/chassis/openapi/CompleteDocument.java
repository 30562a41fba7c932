package dev.lectern.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes a service's document while the service is built. */
@OpenApiFilter(stages = RunStage.BUILD)
public class CompleteDocument implements OASFilter {

    private final IndexView index;

    public CompleteDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var words = Words.read();
        var schemas = new Schemas(document, words);
        schemas.inlineValues();
        schemas.translatePatterns();
        new Variants(index).describe(schemas);
        schemas.describe();
        new Operations(document, words, new Endpoints(index)).complete();
        new Patches(document, words).complete();
        new Problems(document, words).complete();
        schemas.requireWhatAnswersAlwaysHave();
        schemas.dropUnused();
    }
}
