package dev.lectern.chassis.text;

import org.commonmark.node.CustomNode;

/** A formula in a text. */
final class Maths extends CustomNode {

    private final String tex;
    private final String written;
    private final boolean isDisplayed;

    /**
     * @param written with what it was set between
     * @param isDisplayed on a line of its own
     */
    Maths(String tex, String written, boolean isDisplayed) {
        this.tex = tex;
        this.written = written;
        this.isDisplayed = isDisplayed;
    }

    String tex() {
        return tex;
    }

    String written() {
        return written;
    }

    boolean isDisplayed() {
        return isDisplayed;
    }
}
