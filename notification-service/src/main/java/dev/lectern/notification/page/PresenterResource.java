package dev.lectern.notification.page;

import dev.lectern.chassis.calendar.CalendarEntry;
import dev.lectern.chassis.calendar.CalendarEntry.Party;
import dev.lectern.chassis.calendar.CalendarEntry.Stamp;
import dev.lectern.chassis.calendar.CalendarEntry.Status;
import dev.lectern.chassis.calendar.CalendarEntry.Words;
import dev.lectern.chassis.calendar.CalendarFeed;
import dev.lectern.chassis.calendar.CalendarText;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.RichText;
import dev.lectern.notification.availability.Availabilities;
import dev.lectern.notification.briefing.Answer;
import dev.lectern.notification.briefing.Appearances;
import dev.lectern.notification.briefing.Appearances.Mine;
import dev.lectern.notification.link.PresenterLinks;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.Sent;
import dev.lectern.notification.page.AddressChanges.Change;
import dev.lectern.notification.page.Readers.Reader;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.Mailbox;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * A presenter's own page. Whoever has its address is its reader: nobody signs in, nothing is kept in cookies, and a
 * GET changes nothing, since programs look at the links of mails before people do.
 */
@PermitAll
@Path("/presenter/{token}")
class PresenterResource {

    private static final String CALENDAR = "text/calendar";
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_WORDS = 2_000;

    /** Each is two mails, to addresses that somebody may have made up. */
    private static final int MOST_ADDRESS_MAILS_A_DAY = 6;

    private final PresenterLinks links;
    private final Appearances appearances;
    private final Availabilities availabilities;
    private final ConferenceSettings settings;
    private final AddressChanges changes;
    private final AddressMails mails;
    private final Readers readers;
    private final Pages pages;
    private final Template page;
    private final String publicUrl;

    PresenterResource(
            PresenterLinks links,
            Appearances appearances,
            Availabilities availabilities,
            ConferenceSettings settings,
            AddressChanges changes,
            AddressMails mails,
            Readers readers,
            Pages pages,
            @Location("presenter.html") Template page,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.links = links;
        this.appearances = appearances;
        this.availabilities = availabilities;
        this.settings = settings;
        this.page = page;
        this.changes = changes;
        this.mails = mails;
        this.readers = readers;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /** What was just done, or why it was not. */
    @Schema(name = "PresenterSaid")
    enum Said {
        THANKS,
        SAVED,
        SENT,
        SENT_THERE,
        CHANGED,
        LONG,
        NOT_UNDERSTOOD,
        WRONG,
        WAIT;

        /** Whether nothing was done. */
        boolean isRefusal() {
            return switch (this) {
                case THANKS, SAVED, SENT, SENT_THERE -> false;
                case CHANGED, LONG, NOT_UNDERSTOOD, WRONG, WAIT -> true;
            };
        }
    }

    /**
     * What was typed into a form that was refused, and is shown in it again.
     *
     * @param appearance what the words are about; null for none
     * @param days null for what was said last
     */
    record Typed(UUID appearance, String words, List<AvailabilityForm.Day> days, String address) {

        static final Typed NOTHING = new Typed(null, "", null, "");

        static Typed words(UUID appearance, String words) {
            return new Typed(appearance, words, null, "");
        }

        static Typed days(List<AvailabilityForm.Day> days) {
            return new Typed(null, "", days, "");
        }

        static Typed address(String address) {
            return new Typed(null, "", null, address);
        }
    }

    /** @param said what came of a form */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response show(@RestPath String token, @RestQuery Said said) {
        return reader(token)
                .map(reader -> page(Response.ok(), reader, token, said, Typed.NOTHING))
                .orElseGet(pages::gone);
    }

    /**
     * @param answer {@code SEEN} or {@code DECLINED}
     * @param words what does not work, and which other times would
     * @param shown which version of it the page has shown; without, the newest is meant
     */
    @POST
    @Path("answers")
    @Idempotent
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response answer(
            @RestPath String token,
            @RestForm UUID appearance,
            @RestForm String answer,
            @RestForm String words,
            @RestForm String shown) {
        var reader = reader(token);
        if (reader.isEmpty()) {
            return pages.gone();
        }
        var kind = Arrays.stream(Answer.Kind.values())
                .filter(known -> known.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Fault.at("/answer", "SEEN or DECLINED")));
        var said = words == null ? "" : Controls.lines(words).strip();
        if (said.length() > LONGEST_WORDS) {
            return refused(reader.get(), token, Said.LONG, Typed.words(appearance, said));
        }
        var conference = reader.get().conference().id();
        var outcome = appearances.answer(
                conference,
                reader.get().presenter().id(),
                appearance,
                kind,
                said.isEmpty() || kind == Answer.Kind.SEEN ? null : said,
                shown);
        return switch (outcome) {
            case NOTED -> back(token, Said.THANKS);
            case OUTDATED -> refused(reader.get(), token, Said.CHANGED, Typed.words(appearance, said));
            case NOT_THEIRS -> throw Refused.invalid(Fault.at("/appearance", "None of this presenter's"));
        };
    }

    /**
     * What makes no sense changes nothing, and the page says so.
     *
     * @param date the days that the form has
     * @param ticked those on which the presenter can come
     * @param from for each day from when, or nothing
     * @param until for each day until when, or nothing
     */
    @POST
    @Path("availability")
    @Idempotent
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response availability(
            @RestPath String token,
            @RestForm List<String> date,
            @RestForm List<String> ticked,
            @RestForm List<String> from,
            @RestForm List<String> until) {
        var reader = reader(token);
        if (reader.isEmpty()) {
            return pages.gone();
        }
        var conference = reader.get().conference();
        var ranges = AvailabilityForm.read(conference.days(), date, ticked, from, until);
        if (ranges.isEmpty()) {
            var typed = AvailabilityForm.typed(conference.days(), date, ticked, from, until);
            return refused(reader.get(), token, Said.NOT_UNDERSTOOD, Typed.days(typed));
        }
        availabilities.say(conference.id(), reader.get().presenter().id(), ranges.get());
        return back(token, Said.THANKS);
    }

    /** What their mails and pages are in from now on, until the catalog names another language than it does now. */
    @POST
    @Path("language")
    @Idempotent
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response language(@RestPath String token, @RestForm String language) {
        var reader = reader(token);
        if (reader.isEmpty()) {
            return pages.gone();
        }
        if (Language.tagged(language).isEmpty()) {
            throw Refused.invalid(Fault.at("/language", "One of " + String.join(", ", Language.tags())));
        }
        Presenter.choose(reader.get().presenter().id(), language);
        return back(token, Said.SAVED);
    }

    /** Asks both addresses; the new one holds once it is confirmed from there. */
    @POST
    @Path("address")
    @Idempotent
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response address(@RestPath String token, @RestForm String address) {
        var reader = reader(token).filter(PresenterResource::isStillThere);
        if (reader.isEmpty()) {
            return pages.gone();
        }
        var wish = address == null ? "" : address.strip();
        var said = ask(reader.get(), wish);
        return said.isRefusal() ? refused(reader.get(), token, said, Typed.address(wish)) : back(token, said);
    }

    /** What is noted of them from now on is there to be forgotten with them. */
    private static boolean isStillThere(Reader reader) {
        return Conference.hold(reader.conference().id())
                && Presenter.hold(reader.presenter().id());
    }

    private Said ask(Reader reader, String address) {
        var conference = reader.conference();
        var presenter = reader.presenter();
        var old = addressOf(presenter);
        if (!Mailbox.isAddress(address) || address.equals(old)) {
            return Said.WRONG;
        }
        var today = Instant.now().minus(Duration.ofDays(1));
        var ids = FormerPresenter.idsOf(presenter.id());
        if (Notice.countSince(today, Kind.ADDRESS_CHANGE, ids) >= MOST_ADDRESS_MAILS_A_DAY) {
            return Said.WAIT;
        }
        var secret = changes.ask(conference.id(), presenter.id(), address);
        mails.askNew(conference, presenter, reader.wording(), address, secret);
        if (old == null) {
            return Said.SENT_THERE;
        }
        mails.tellOld(conference, presenter, reader.wording(), old, address);
        return Said.SENT;
    }

    private static String addressOf(Presenter presenter) {
        Address known = Address.findById(presenter.id());
        return known == null ? null : known.email();
    }

    /** To the path alone: the framework would make of it the address at which the gateway finds this service. */
    private static Response back(String token, Said said) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/presenter/" + token + "?said=" + said)
                .build();
    }

    /** The same entries as in the mails, for as long as the conference is. */
    @GET
    @Path("calendar.ics")
    @Produces(CALENDAR)
    @Transactional
    public Response calendar(@RestPath String token) {
        var reader = reader(token);
        if (reader.isEmpty()) {
            return pages.gone();
        }
        var conference = reader.get().conference();
        var organizer = new Party(
                conference.shownTitle(),
                appearances.organizer(
                        conference.id(), settings.of(conference.id()).from()));
        var entries = appearances.of(conference.id(), reader.get().presenter().id()).stream()
                .filter(Mine::isPlaced)
                .map(mine -> CalendarText.entry(entry(mine, organizer, agenda(conference)))
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        var feed = new CalendarFeed(conference.shownTitle(), agenda(conference), Duration.ofHours(1));
        return Pages.plain(Response.ok(CalendarText.published(feed, entries), CALENDAR + "; charset=UTF-8"))
                .build();
    }

    private Optional<Reader> reader(String token) {
        return links.find(token).flatMap(link -> readers.find(link.conference(), link.presenter()));
    }

    private Response refused(Reader reader, String token, Said said, Typed typed) {
        return page(Response.status(UNPROCESSABLE), reader, token, said, typed);
    }

    private Response page(ResponseBuilder answer, Reader reader, String token, Said said, Typed typed) {
        var conference = reader.conference();
        var presenter = reader.presenter();
        var shown = new PresenterPage(
                reader.wording(),
                presenter.id(),
                presenter.name(),
                conference.shownTitle(),
                publicUrl + "/presenter/" + token,
                agenda(conference),
                appearances.of(conference.id(), presenter.id()),
                typed.days() == null
                        ? AvailabilityForm.of(conference.days(), availabilities.of(presenter.id()))
                        : typed.days(),
                Sent.to(conference.id(), FormerPresenter.idsOf(presenter.id())),
                said,
                typed,
                addressOf(presenter),
                changes.of(presenter.id()).map(Change::address).orElse(null));
        return pages.page(answer, page, shown);
    }

    private static CalendarEntry entry(Mine mine, Party organizer, String agenda) {
        var facts = mine.told();
        return new CalendarEntry(
                new Stamp(mine.appearance() + "@lectern", mine.sequence(), mine.changedAt()),
                facts.startsAt().toInstant(),
                facts.endsAt().toInstant(),
                new Words(
                        facts.title(),
                        facts.room(),
                        RichText.plain(facts.abstractText() == null ? "" : facts.abstractText()),
                        agenda + (mine.isSession() ? "/sessions/" + mine.appearance() : "/talks/" + mine.number()),
                        Stream.of(facts.type(), facts.track())
                                .filter(word -> word != null)
                                .toList()),
                true,
                Status.CONFIRMED,
                organizer,
                null);
    }

    private String agenda(Conference conference) {
        return publicUrl + "/agenda/" + conference.slug();
    }
}
