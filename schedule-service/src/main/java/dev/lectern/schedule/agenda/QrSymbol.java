package dev.lectern.schedule.agenda;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text as a QR code (ISO/IEC 18004), drawn as SVG that can be put into a page as it is. */
final class QrSymbol {

    /** The quiet zone around it, in modules. */
    private static final int MARGIN = 4;

    private QrSymbol() {}

    /** Empty where the text is too long for a code. */
    static Optional<String> svg(String text) {
        try {
            return Optional.of(svg(QrCode.encodeText(text, QrCode.Ecc.LOW)));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    private static String svg(QrCode code) {
        var modules = IntStream.range(0, code.size * code.size)
                .filter(at -> code.getModule(at % code.size, at / code.size))
                .mapToObj(at -> "M%d %dh1v1h-1z".formatted(at % code.size + MARGIN, at / code.size + MARGIN))
                .collect(Collectors.joining());
        var width = code.size + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(width, width, 4 * width, 4 * width, width, width, modules);
    }
}
