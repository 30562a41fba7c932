package dev.lectern.catalog.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.contribution.Person;
import dev.lectern.catalog.presenter.PersonName;

/**
 * Contributions in the shape of Indico's HTTP export of an event, so that an import of {@code indico-json} reads them,
 * with members besides for what is not in that: {@code language}, {@code state}, and that {@code descriptions} are
 * Markdown.
 */
final class ReportJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    static byte[] of(Report report) {
        var file = JSON.createObjectNode();
        file.put("count", 1);
        // Indico's are HTML.
        file.put("descriptions", "markdown");
        var event = file.putArray("results").addObject();
        event.put("title", report.title());
        var contributions = event.putArray("contributions");
        report.entries().forEach(entry -> write(entry, contributions.addObject()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static void write(Report.Entry entry, ObjectNode json) {
        var content = entry.content();
        var subject = content.subject();
        var details = content.details();
        json.put("friendly_id", entry.number())
                .put("title", subject.title())
                .put("code", details.code())
                .put("state", entry.state().name())
                .put("type", subject.type())
                .put("track", subject.track())
                .put("session", content.sessionClassification())
                .put("duration", subject.durationMinutes())
                .put("language", details.language())
                .put("description", subject.abstractText());
        var speakers = json.putArray("speakers");
        entry.presenters().forEach(presenter -> write(presenter, speakers));
        var authors = json.putArray("primaryauthors");
        details.authors().forEach(author -> write(author, authors));
        var coAuthors = json.putArray("coauthors");
        details.coAuthors().forEach(author -> write(author, coAuthors));
        var keywords = json.putArray("keywords");
        details.tags().forEach(keywords::add);
        var links = json.putArray("references");
        details.links().forEach(link -> links.addObject().put("url", link.url()).put("value", link.title()));
        var fields = json.putArray("custom_fields");
        details.customFields()
                .forEach(field -> fields.addObject().put("name", field.name()).put("value", field.value()));
    }

    private static void write(PersonName name, ArrayNode people) {
        people.addObject()
                .put("title", name.honorific())
                .put("last_name", name.familyName())
                .put("first_name", name.givenNames())
                .put("affiliation", name.affiliation());
    }

    private static void write(Person person, ArrayNode people) {
        people.addObject()
                .put("title", person.honorific())
                .put("last_name", person.familyName())
                .put("first_name", person.givenNames())
                .put("affiliation", person.affiliation())
                .put("listed", person.listed());
    }
}
