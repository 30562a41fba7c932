package dev.lectern.catalog.report;

import dev.lectern.catalog.contribution.Person;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.formats.ReportEscape;
import dev.lectern.formats.ReportedPerson;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Contributions in the layout of Indico's "Report of Contributions", which an import of {@code indico-report} reads to
 * the letter: what in a text would be taken for a part of the layout is escaped. States, languages, links and tags are
 * not in that layout.
 */
final class ReportText {

    private static final int HOUR = 60;

    private final StringBuilder text = new StringBuilder();
    private final String bold;

    private ReportText(String bold) {
        this.bold = bold;
    }

    static String plain(Report report) {
        return new ReportText("").write(report);
    }

    static String markdown(Report report) {
        return new ReportText("**").write(report);
    }

    private String write(Report report) {
        block(bold + ReportEscape.value(report.title()) + bold);
        block("Report of Contributions");
        report.entries().forEach(this::write);
        return text.toString();
    }

    private void write(Report.Entry entry) {
        var content = entry.content();
        var subject = content.subject();
        var details = content.details();
        label("Contribution ID", Integer.toString(entry.number()));
        label("Contribution code", details.code());
        block("Type: " + bold + (subject.type() == null ? "not specified" : ReportEscape.value(subject.type())) + bold);
        block(ReportEscape.title(subject.title()));
        if (subject.durationMinutes() != null) {
            block(duration(subject.durationMinutes()));
        }
        block(ReportEscape.text(subject.abstractText()));
        for (var field : details.customFields()) {
            block("**" + ReportEscape.field(field.name()) + "**");
            block(ReportEscape.text(field.value()));
        }
        label("Author(s)", details.authors().stream().map(ReportText::person).toList());
        label(
                "Co-author(s)",
                details.coAuthors().stream().map(ReportText::person).toList());
        label(
                "Presenter(s)",
                entry.presenters().stream().map(ReportText::person).toList());
        label("Session Classification", content.sessionClassification());
        label("Track Classification", subject.track());
    }

    private void label(String label, String value) {
        if (value != null) {
            block(label + ": " + ReportEscape.value(value));
        }
    }

    private void label(String label, List<String> people) {
        if (!people.isEmpty()) {
            block(label + ": " + people.stream().collect(Collectors.joining("; ")));
        }
    }

    private void block(String block) {
        if (!block.isEmpty()) {
            text.append(block).append("\n\n");
        }
    }

    static String duration(int minutes) {
        var hours = minutes / HOUR;
        var rest = minutes % HOUR;
        var words = (hours == 0 ? "" : hours + (hours == 1 ? " hour" : " hours"))
                + (hours == 0 || rest == 0 ? "" : " ")
                + (rest == 0 ? "" : rest + (rest == 1 ? " minute" : " minutes"));
        return "(" + words + ")";
    }

    /** As {@link ReportedPerson} reads people. */
    static String person(PersonName name) {
        return ReportedPerson.written(
                name.honorific(), name.familyName(), name.givenNames(), name.affiliation(), name.listed());
    }

    static String person(Person person) {
        return ReportedPerson.written(
                person.honorific(), person.familyName(), person.givenNames(), person.affiliation(), person.listed());
    }
}
