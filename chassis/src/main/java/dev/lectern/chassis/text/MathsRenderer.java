package dev.lectern.chassis.text;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes formulas as MathML, and those that cannot be read as they were written. */
final class MathsRenderer implements NodeRenderer {

    /** More are not looked into: the time that a text takes has a bound. */
    private static final int MOST_FORMULAS = 500;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private int formulas;

    MathsRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
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
        formula.write(text);
        html.raw(text.toString());
    }

    private void writeAsWritten(Maths maths) {
        html.tag("code");
        html.text(maths.written());
        html.tag("/code");
    }
}
