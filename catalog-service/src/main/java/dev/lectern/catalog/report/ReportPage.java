package dev.lectern.catalog.report;

import dev.lectern.catalog.contribution.CustomField;
import dev.lectern.catalog.contribution.Person;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.chassis.text.RichText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a report as it is printed: XHTML, a page for each contribution, the first part with a cover. */
record ReportPage(String title, String day, boolean isFirst, List<Entry> entries) {

    /** What XML 1.0 (section 2.2) has no place for, and what turns letters around. */
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final int CUT = 45;

    /** {@code duration} is null when not said, and so is {@code code}. */
    record Entry(
            int number,
            String code,
            String type,
            String title,
            String cutTitle,
            String duration,
            String abstractHtml,
            List<Field> fields,
            List<Line> lines) {}

    record Field(String name, String html) {}

    record Line(String label, String value) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportPage page, String style);
    }

    static ReportPage of(Report report, List<Report.Entry> part, boolean isFirst, String day) {
        return new ReportPage(
                printable(report.title()),
                day,
                isFirst,
                part.stream().map(ReportPage::entry).toList());
    }

    String render(String style) {
        return Templates.report(this, style).render();
    }

    private static Entry entry(Report.Entry entry) {
        var content = entry.content();
        var subject = content.subject();
        var details = content.details();
        var minutes = subject.durationMinutes();
        return new Entry(
                entry.number(),
                printable(details.code()),
                subject.type() == null ? "not specified" : printable(subject.type()),
                printable(subject.title()),
                cut(printable(subject.title())),
                minutes == null ? null : ReportText.duration(minutes),
                RichText.printed(subject.abstractText()),
                details.customFields().stream().map(ReportPage::field).toList(),
                lines(entry));
    }

    private static Field field(CustomField field) {
        return new Field(printable(field.name()), RichText.printed(field.value()));
    }

    private static List<Line> lines(Report.Entry entry) {
        var content = entry.content();
        return Stream.of(
                        people(
                                "Author",
                                content.details().authors().stream()
                                        .map(Person::listed)
                                        .toList()),
                        people(
                                "Co-author",
                                content.details().coAuthors().stream()
                                        .map(Person::listed)
                                        .toList()),
                        people(
                                "Presenter",
                                entry.presenters().stream()
                                        .map(PersonName::listed)
                                        .toList()),
                        new Line("Session Classification", printable(content.sessionClassification())),
                        new Line(
                                "Track Classification",
                                printable(content.subject().track())))
                .filter(line -> line.value() != null)
                .toList();
    }

    private static Line people(String label, List<String> people) {
        return new Line(
                people.size() == 1 ? label : label + "s",
                people.isEmpty() ? null : printable(people.stream().collect(Collectors.joining("; "))));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= CUT
                ? title
                : title.substring(0, title.offsetByCodePoints(0, CUT)).strip() + " …";
    }

    private static String printable(String text) {
        return text == null ? null : UNPRINTABLE.matcher(text).replaceAll("");
    }
}
