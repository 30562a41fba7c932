package dev.lectern.chassis.text;

import java.util.Set;
import java.util.function.BiConsumer;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes formulas, and those that cannot be read as they were written. */
final class MathsRenderer implements NodeRenderer {

    /** More are not looked into: the time that a text takes has a bound. */
    private static final int MOST_FORMULAS = 500;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final BiConsumer<MathMl, StringBuilder> writer;
    private int formulas;

    private MathsRenderer(HtmlNodeRendererContext context, BiConsumer<MathMl, StringBuilder> writer) {
        this.context = context;
        this.writer = writer;
        this.html = context.getWriter();
    }

    /** As MathML. */
    static MathsRenderer of(HtmlNodeRendererContext context) {
        return new MathsRenderer(context, MathMl::write);
    }

    static MathsRenderer printing(HtmlNodeRendererContext context) {
        return new MathsRenderer(context, PrintedMaths::write);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Maths.class, DisplayedMathsParser.Lines.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Maths maths) {
            render(maths);
            return;
        }
        html.line();
        html.tag("p");
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/p");
        html.line();
    }

    private void render(Maths maths) {
        if (formulas++ < MOST_FORMULAS) {
            TexReader.read(maths.tex(), maths.isDisplayed()).ifPresentOrElse(this::write, () -> writeAsWritten(maths));
        } else {
            writeAsWritten(maths);
        }
    }

    private void write(MathMl formula) {
        var text = new StringBuilder();
        writer.accept(formula, text);
        html.raw(text.toString());
    }

    private void writeAsWritten(Maths maths) {
        html.tag("code");
        html.text(maths.written());
        html.tag("/code");
    }
}
