package dev.lectern.formats;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/** Markdown that is written as it is, as a formula, in which a backslash before an underscore would be read. */
final class Verbatim extends CustomNode {

    private final String text;

    Verbatim(String text) {
        this.text = text;
    }

    static final class Factory implements MarkdownNodeRendererFactory {

        @Override
        public NodeRenderer create(MarkdownNodeRendererContext context) {
            return new Renderer(context);
        }

        @Override
        public Set<Character> getSpecialCharacters() {
            return Set.of();
        }
    }

    private record Renderer(MarkdownNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Verbatim.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().raw(((Verbatim) node).text);
        }
    }
}
