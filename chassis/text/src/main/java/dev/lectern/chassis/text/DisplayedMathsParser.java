package dev.lectern.chassis.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the lines of a formula together that begins a line, so that none of them becomes a list or a heading. As in TeX
 * it ends before a blank line at the latest; without its closing sign it is a paragraph as any other.
 */
final class DisplayedMathsParser extends AbstractBlockParser {

    /** A paragraph in which no other block can begin. */
    static final class Lines extends CustomBlock {}

    private static final int CODE_INDENT = 4;

    static final class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent().toString().substring(state.getNextNonSpaceIndex());
            var close = line.startsWith("$$") ? "$$" : line.startsWith("\\[") ? "\\]" : null;
            return close == null || state.getIndent() >= CODE_INDENT
                    ? BlockStart.none()
                    : BlockStart.of(new DisplayedMathsParser(close)).atIndex(state.getIndex());
        }
    }

    private final Lines block = new Lines();
    private final List<SourceLine> lines = new ArrayList<>();
    private final String close;
    private boolean isClosed;

    private DisplayedMathsParser(String close) {
        this.close = close;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return isClosed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        var text = line.getContent().toString();
        var from = lines.isEmpty() ? text.indexOf(close.equals("$$") ? "$$" : "\\[") + 2 : 0;
        isClosed = text.indexOf(close, from) >= 0;
        lines.add(line);
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        inlines.parse(SourceLines.of(lines), block);
    }
}
