package dev.lectern.chassis.text;

import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentWriter;

/** Writes as plain text what the library would not, or not as people do: formulas, code, and links. */
final class PlainRenderer implements NodeRenderer {

    /** More are not looked into: the time that a text takes has a bound. */
    private static final int MOST_FORMULAS = 500;

    private final TextContentNodeRendererContext context;
    private final TextContentWriter text;
    private int formulas;

    PlainRenderer(TextContentNodeRendererContext context) {
        this.context = context;
        this.text = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Maths.class, DisplayedMathsParser.Lines.class, Code.class, Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Maths maths) {
            render(maths);
        } else if (node instanceof Code code) {
            text.write(code.getLiteral());
        } else {
            renderInside(node);
            if (node instanceof Link link) {
                address(link);
            } else {
                text.block();
            }
        }
    }

    private void renderInside(Node node) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    private void render(Maths maths) {
        var read = formulas++ < MOST_FORMULAS
                ? TexReader.read(maths.tex(), maths.isDisplayed()).map(PlainMaths::of)
                : Optional.<String>empty();
        text.write(read.orElse(maths.written()));
    }

    /** Where the link leads, unless its text says so already. */
    private void address(Link link) {
        var shown = link.getFirstChild() instanceof Text only && only.getNext() == null ? only.getLiteral() : "";
        var target = link.getDestination();
        if (!target.equals(shown) && !target.equals("mailto:" + shown)) {
            text.write(" (" + target + ")");
        }
    }
}
