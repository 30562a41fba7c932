package dev.lectern.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * A parser that gives up where a file has more values than sane: each becomes an object of many times the letters that
 * write it.
 */
final class CountedJson extends JsonParserDelegate {

    /** Twenty thousand contributions of nearly forty values each. */
    static final int MOST_VALUES = 750_000;

    private int values;

    CountedJson(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token != null && (token.isScalarValue() || token.isStructStart()) && ++values > MOST_VALUES) {
            throw new InvalidReport(
                    currentTokenLocation().getLineNr(), "There are more than " + MOST_VALUES + " values in the file");
        }
        return token;
    }
}
