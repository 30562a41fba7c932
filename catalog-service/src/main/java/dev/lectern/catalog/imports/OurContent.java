package dev.lectern.catalog.imports;

import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.Details;
import dev.lectern.catalog.contribution.Imported.Said;
import dev.lectern.catalog.contribution.Link;
import dev.lectern.catalog.contribution.Subject;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.Format;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a file says of a contribution that was exported from here. Formats lose some of it: how long it takes is how long
 * its slot is, blanks and ends of lines are not kept, and a calendar has a text that is made of several fields. Such a
 * difference is none.
 */
final class OurContent {

    private OurContent() {}

    /** @param now the contribution as it is */
    static Said of(Said file, Content now, Origin origin) {
        var said = file.content();
        var content = origin.format().equals(Format.ICS.toString())
                ? titled(said, now)
                : new Content(subject(said.subject(), now.subject()), null, said.presenters(), details(said, now));
        return new Said(content, file.state(), origin.source(), null, List.of());
    }

    private static Content titled(Content said, Content now) {
        var title = same(said.subject().title(), now.subject().title(), PlainText::line);
        return new Content(new Subject(title, "", null, null, null), null, List.of(), Details.NONE);
    }

    private static Subject subject(Subject said, Subject now) {
        return new Subject(
                same(said.title(), now.title(), PlainText::line),
                same(said.abstractText(), now.abstractText(), PlainText::paragraphs),
                same(said.type(), now.type(), PlainText::line),
                same(said.track(), now.track(), PlainText::line),
                null);
    }

    private static Details details(Content said, Content now) {
        var details = said.details();
        return new Details(
                null,
                same(details.language(), now.details().language(), PlainText::line),
                exported(details.links()).equals(exported(now.details().links()))
                        ? now.details().links()
                        : details.links(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** As files have them, each once. */
    private static List<Link> exported(List<Link> links) {
        return links.stream()
                .map(link -> new Link(link.url(), PlainText.line(link.title())))
                .map(link -> link.title().equals(link.url()) ? new Link(link.url(), "") : link)
                .distinct()
                .toList();
    }

    /** What it is now, where the file says the same but for what it cannot say. */
    private static String same(String said, String now, UnaryOperator<String> seen) {
        return seen.apply(said).equals(seen.apply(now)) ? now : said;
    }
}
