package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Renders documents. */
@ApplicationScoped
class Documents {

    private final AgendaReader reader;
    private final PageAssets assets;
    private final ObjectMapper json;
    private final AgendaJson inPieces;
    private final String publicUrl;

    Documents(
            AgendaReader reader,
            PageAssets assets,
            ObjectMapper json,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.reader = reader;
        this.assets = assets;
        this.json = json;
        this.inPieces = new AgendaJson(json);
        this.publicUrl = publicUrl;
    }

    /**
     * @param part what the document shows
     * @param whole the agenda that it is of
     */
    byte[] render(Document document, Part.Excerpt part, Agenda whole) {
        return switch (document.format()) {
            case JSON ->
                inPieces.write(document.part().kind() == Part.Kind.CHANGES ? changes(document, whole) : part.agenda());
            case SCHEDULE_JSON -> inPieces.write(ScheduleJson.of(part.agenda(), publicUrl));
            case HTML -> page(document, part, whole);
            case ICS -> AgendaCalendar.render(part, publicUrl);
            case TEXT -> AgendaText.render(part.agenda(), publicUrl);
            case CSV -> AgendaTable.render(part.agenda());
            case SCHEDULE_XML -> ScheduleXml.render(part.agenda(), publicUrl);
            case XCAL -> AgendaCalendar.renderXml(part, publicUrl);
            case ATOM -> bytes(AgendaFeed.of(whole, publicUrl).atom(whole.changedAt()));
            case JSON_FEED -> inPieces.write(AgendaFeed.of(whole, publicUrl));
            case ARCHIVE -> archive(whole, document.words());
            case LOGO -> whole.conference().image().orElseThrow(() -> Refused.notFound("This agenda has no logo"));
        };
    }

    private byte[] page(Document document, Part.Excerpt part, Agenda whole) {
        var frame = PageFrame.of(whole.conference(), document, publicUrl, assets.version());
        var kind = document.part().kind();
        var isPeople = kind == Part.Kind.PRESENTERS && document.part().id().isEmpty();
        var page =
                switch (kind) {
                    case TALKS -> TalkPage.Templates.talk(TalkPage.of(part, frame, json), frame);
                    case SIGNS -> AgendaPage.Templates.sign(AgendaPage.of(document, part, whole, frame), frame);
                    case CHANGES ->
                        ChangesPage.Templates.changes(ChangesPage.of(changes(document, whole), frame), frame);
                    default ->
                        isPeople
                                ? PeoplePage.Templates.people(PeoplePage.of(whole, frame), frame)
                                : AgendaPage.Templates.agenda(AgendaPage.of(document, part, whole, frame), frame);
                };
        return page(page, document.words());
    }

    private AgendaChanges changes(Document document, Agenda whole) {
        return reader.changes(whole, Long.parseLong(document.part().id()));
    }

    /**
     * All pages and files of an agenda, in one language, for a web server that keeps them when the conference is long over:
     * each at its own address, a page as {@code index.html} in a folder.
     */
    private byte[] archive(Agenda agenda, Document.Words words) {
        var root = "agenda/" + agenda.conference().slug();
        var files = new TreeMap<String, byte[]>();
        for (var format : Format.NEGOTIATED) {
            format.file()
                    .ifPresent(ending -> files.put(
                            root + ending, render(Document.of(format, Part.ALL), Part.Excerpt.all(agenda), agenda)));
        }
        files.put(
                root + "/schedule.xml",
                render(Document.of(Format.SCHEDULE_XML, Part.ALL), Part.Excerpt.all(agenda), agenda));
        files.put(
                root + "/schedule.json",
                render(Document.of(Format.SCHEDULE_JSON, Part.ALL), Part.Excerpt.all(agenda), agenda));
        Part.pages(agenda).forEach(page -> {
            var path = root + (page.path().isEmpty() ? "" : "/" + page.path());
            page.of(agenda).ifPresent(part -> {
                files.put(
                        path + "/index.html",
                        render(new Document(Format.HTML, page, Filter.NONE, words), part, agenda));
                if (!page.id().isEmpty()) {
                    files.put(path + ".ics", render(Document.of(Format.ICS, page), part, agenda));
                }
            });
        });
        files.putAll(assets.files());
        return zip(files, agenda.changedAt());
    }

    /** With the time of the last change everywhere, so that the same agenda is the same bytes. */
    private static byte[] zip(Map<String, byte[]> files, Instant changedAt) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(changedAt.atOffset(ZoneOffset.UTC).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The list of conferences. */
    byte[] list(List<Agenda.Conference> conferences, Document.Words words) {
        var links = conferences.stream()
                .map(each -> AgendaPage.Link.to(each, words.language()))
                .toList();
        return page(AgendaPage.Templates.agendas(links, PageFrame.outside(words, publicUrl, assets.version())), words);
    }

    /** Where there is no agenda, or none that is public. */
    byte[] nothing(Document.Words words) {
        return page(AgendaPage.Templates.nothing(PageFrame.outside(words, publicUrl, assets.version())), words);
    }

    /** Where an agenda has no such page, or none any more. */
    byte[] noPage(Agenda.Conference conference, Document.Words words) {
        var frame = PageFrame.of(
                conference, new Document(Format.HTML, Part.ALL, Filter.NONE, words), publicUrl, assets.version());
        return page(AgendaPage.Templates.nothing(frame), words);
    }

    private static byte[] page(TemplateInstance page, Document.Words words) {
        return bytes(page.setLocale(words.language().locale()).render());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
