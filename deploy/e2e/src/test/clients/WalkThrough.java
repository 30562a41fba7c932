import java.io.File;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AgendaApi;
import org.openapitools.client.api.ChangesApi;
import org.openapitools.client.api.ConferencesApi;
import org.openapitools.client.api.ContributionImportsApi;
import org.openapitools.client.api.PresentersApi;
import org.openapitools.client.api.PublicationApi;
import org.openapitools.client.api.RoomsApi;
import org.openapitools.client.api.SettingsApi;
import org.openapitools.client.api.SlotsApi;
import org.openapitools.client.model.BreakOperation;
import org.openapitools.client.model.ChangeRequest;
import org.openapitools.client.model.CreateConference;
import org.openapitools.client.model.NewRoom;
import org.openapitools.client.model.Operation;
import org.openapitools.client.model.PlaceOperation;
import org.openapitools.client.model.PlaceSlot;
import org.openapitools.client.model.PublicationRequest;
import org.openapitools.client.model.RoomReference;
import org.openapitools.client.model.SettingsRequestPatch;
import org.openapitools.client.model.TellKind;

/** The README's walk-through with the generated client: the gateway's address, a token, the slug of the conference. */
final class WalkThrough {

    private static final String REPORT = """
            **Clocks and Bells**

            Report of Contributions

            Contribution ID: 2

            Type: **not specified**

            Why bells are late

            We blame the *rope*.

            Presenter: DUPONT, Éloïse (Univ. de Liège)
            """;

    private WalkThrough() {}

    public static void main(String[] arguments) throws Exception {
        var client = new ApiClient().setBasePath(arguments[0]);
        client.setBearerToken(arguments[1]);
        var slug = arguments[2];

        var created = new ConferencesApi(client)
                .createConference(
                        new CreateConference()
                                .slug(slug)
                                .timeZone("Europe/Paris")
                                .days(List.of(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 3))),
                        null);
        expect(slug, created.getTitle());

        var report = new ContributionImportsApi(client)
                .importContributions(
                        slug, file(REPORT), null, null, null, "indico-report", null, null, null, null, null);
        expect(1L, report.getCreated());
        var addresses = new PresentersApi(client)
                .importAddresses(slug, file("number,email\n2,eloise@" + slug + ".example\n"), null, null);
        expect(1L, addresses.getUpdated());

        var room = new RoomsApi(client).addRoom(slug, new NewRoom().slug("tower").name("Bell tower"), null, null);
        expect(null, room.getCapacity());
        var slots = new SlotsApi(client);
        var placed = slots.placeContribution(slug, 2, place("2027-03-02T10:00"), null, null);
        expect("Bell tower", placed.getRoom().getName());

        new SettingsApi(client).patchSettings(slug, new SettingsRequestPatch().quietPeriod("PT0S"), null);
        expect(true, new PublicationApi(client)
                .publishSchedule(slug, null, null, new PublicationRequest())
                .getPublished());

        var change = new ChangeRequest()
                .addOperationsItem(new Operation(new BreakOperation()
                        .op(BreakOperation.OpEnum.BREAK)
                        .title("Coffee")
                        .startsAt("2027-03-03T13:00")
                        .durationMinutes(30)))
                .addOperationsItem(new Operation(new PlaceOperation()
                        .op(PlaceOperation.OpEnum.PLACE)
                        .contribution(2)
                        .room("tower")
                        .startsAt("2027-03-03T14:00")));
        var tried = new ChangesApi(client).applyChange(slug, change, true, null, null);
        expect(TellKind.CHANGED, tried.getTells().get(0).getKind());

        var moved = slots.placeContribution(
                slug, 2, place("2027-03-03T14:00").comment("The rope is being replaced"), null, null);
        expect(3, moved.getStartsAt().getDayOfMonth());
        expect(
                "Why bells are late",
                new AgendaApi(client).getAgenda(slug, null, null, null, null, null, null, null, null, null).getTalks().get(0).getTitle());

        try {
            slots.placeContribution(slug, 99, place("2027-03-02T10:00"), null, null);
            throw new AssertionError("There is no contribution 99");
        } catch (ApiException refused) {
            expect(404, refused.getCode());
        }
    }

    private static PlaceSlot place(String start) {
        return new PlaceSlot().room(new RoomReference("tower")).startsAt(start);
    }

    private static File file(String text) throws Exception {
        var file = Files.createTempFile("walk-through", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text).toFile();
    }

    private static void expect(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", was " + actual);
        }
    }
}
