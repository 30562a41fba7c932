package dev.lectern.catalog.report;

import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report can be taken away as. The first one is for whoever does not say. */
enum ReportFormat {
    CSV("text/csv", "; charset=UTF-8; header=present", "contributions"),
    TXT("text/plain", "; charset=UTF-8", "report-of-contributions"),
    MD("text/markdown", "; charset=UTF-8", "report-of-contributions"),
    PDF("application/pdf", "", "report-of-contributions"),
    JSON(MediaType.APPLICATION_JSON, "", "contributions");

    private static final List<Variant> VARIANTS = Stream.of(values())
            .map(format -> new Variant(MediaType.valueOf(format.mediaType), (String) null, null))
            .toList();

    private final String mediaType;
    private final String parameters;
    private final String file;

    ReportFormat(String mediaType, String parameters, String file) {
        this.mediaType = mediaType;
        this.parameters = parameters;
        this.file = file;
    }

    /**
     * The one of this name, without a name the one that the request's Accept asks for.
     *
     * @throws Refused 400 for a name that is none, 406 where it accepts none of them
     */
    static ReportFormat of(String name, Request request) {
        if (name != null) {
            return Stream.of(values())
                    .filter(format -> format.extension().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid(Fault.inParameter("format", "One of " + names())));
        }
        var variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw CatalogRefusal.NOT_ACCEPTABLE.because("A report is offered as " + names());
        }
        return values()[VARIANTS.indexOf(variant)];
    }

    byte[] write(Report report) {
        return switch (this) {
            case CSV -> ReportTable.of(report);
            case TXT -> utf8(ReportText.plain(report.current()));
            case MD -> utf8(ReportText.markdown(report.current()));
            case PDF -> ReportPdf.of(report.current());
            case JSON -> ReportJson.of(report);
        };
    }

    String contentType() {
        return mediaType + parameters;
    }

    String fileName() {
        return file + "." + extension();
    }

    private String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Stream.of(values()).map(ReportFormat::extension).collect(Collectors.joining(", "));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
