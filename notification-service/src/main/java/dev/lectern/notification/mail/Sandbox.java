package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailTemplate.Part;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.qute.WhenSectionHelper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What templates of organisers may do, who are no administrators: name facts, decide and repeat. No method is called, no
 * file included, and in HTML no value goes unescaped, for there is nothing that could do so.
 */
final class Sandbox {

    private static final Sandbox TEXT = new Sandbox(Variant.TEXT_PLAIN);
    private static final Sandbox HTML = new Sandbox(Variant.TEXT_HTML);

    /** So that none is nested too deep for the stack. */
    private static final int MOST_SECTIONS = 500;

    private final Engine engine;
    private final Variant variant;

    private Sandbox(String type) {
        variant = Variant.forContentType(type);
        engine = Engine.builder()
                .addSectionHelpers(
                        new IfSectionHelper.Factory(), new LoopSectionHelper.Factory(), new WhenSectionHelper.Factory())
                .addValueResolvers(ValueResolvers.mapperResolver(), new FactResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build();
    }

    static Sandbox of(Part part) {
        return part == Part.HTML ? HTML : TEXT;
    }

    Template parse(String source) {
        if (source.split("\\{#", -1).length > MOST_SECTIONS) {
            throw new TemplateException("It has more than " + MOST_SECTIONS + " sections");
        }
        return engine.parse(source, variant, "template");
    }

    /** Names lead to facts, and from a row of a list to what it is made of. */
    private static final class FactResolver implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Map && context.getParams().isEmpty();
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var found = ((Map<?, ?>) context.getBase()).get(context.getName());
            return found == null ? Results.notFound(context) : CompletedStage.of(found);
        }
    }
}
