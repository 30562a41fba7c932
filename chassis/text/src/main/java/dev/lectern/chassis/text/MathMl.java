package dev.lectern.chassis.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An element of a formula, of those that MathML Core (W3C) has.
 *
 * @param text of one that has no children, else ""
 */
record MathMl(String name, Map<String, String> attributes, String text, List<MathMl> children) {

    static MathMl leaf(String name, String text) {
        return new MathMl(name, Map.of(), text, List.of());
    }

    static MathMl of(String name, MathMl... children) {
        return new MathMl(name, Map.of(), "", List.of(children));
    }

    static MathMl of(String name, List<MathMl> children) {
        return new MathMl(name, Map.of(), "", List.copyOf(children));
    }

    /** One element for all of these: the only one itself, else a row. */
    static MathMl row(List<MathMl> children) {
        return children.size() == 1 ? children.get(0) : of("mrow", children);
    }

    /** A bracket or an operator as tall as the letters, whatever stands beside it. */
    static MathMl operator(String text) {
        return leaf("mo", text).with("stretchy", "false");
    }

    /** @param em the width, in ems */
    static MathMl space(String em) {
        return leaf("mspace", "").with("width", em + "em");
    }

    MathMl with(String attribute, String value) {
        var more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new MathMl(name, more, text, children);
    }

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) ->
                out.append(' ').append(attribute).append("=\"").append(value).append('"'));
        out.append('>').append(escaped());
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    String escaped() {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
