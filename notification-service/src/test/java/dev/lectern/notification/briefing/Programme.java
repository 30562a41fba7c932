package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.Examples;
import dev.lectern.chassis.testing.RestoredService;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.notice.Notice;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A conference of its own for each test, told of as the catalog and the schedule would: by events on the real topics.
 */
public final class Programme {

    static final String ORGANISER = "ada@conf.example";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public final UUID id = UUID.randomUUID();
    public final String slug = "conf-" + id.toString().substring(0, 8);
    private final Map<UUID, Long> revisions = new HashMap<>();
    private final Map<UUID, Long> slotRevisions = new HashMap<>();
    private final Map<UUID, UUID> mergedInto = new HashMap<>();
    private final Map<UUID, Map<String, Object>> lastOfPresenters = new HashMap<>();
    private final Map<UUID, Map<String, Object>> lastOfAddresses = new HashMap<>();
    private final Map<UUID, String> locales = new HashMap<>();
    private final Map<String, Map<UUID, Map<String, Object>>> told = new HashMap<>();
    private final Map<String, Long> revisionsFrom = new HashMap<>();
    private long version;

    /** What the others know at a moment: by topic and key what they told, and the version of the schedule. */
    record Backup(Map<String, Map<UUID, Map<String, Object>>> told, long version) {

        private static final AtomicLong RESTORED = new AtomicLong();

        /** Higher than what was told before, each time. */
        private static long next() {
            return 1_000_000 * RESTORED.incrementAndGet();
        }

        long revision(String topic, UUID key) {
            return (long)
                    told.get(topic).getOrDefault(key, Map.of("revision", 0L)).get("revision");
        }
    }

    /** A talk and what its catalog says of it now; tests change it and then tell. */
    public static final class Talk {
        final UUID id = UUID.randomUUID();
        final int number;
        String title;
        List<Reader> presenters;
        List<UUID> erased = List.of();
        String state = "ACCEPTED";
        int sequence;
        Map<String, Object> announced;
        Map<String, Object> slotAnnounced;

        Talk(int number, String title, Reader... presenters) {
            this.number = number;
            this.title = title;
            this.presenters = List.of(presenters);
        }
    }

    /** A session and what the schedule says of it now; tests change it and then tell. */
    static final class Session {
        final UUID id = UUID.randomUUID();
        String title = "Bells";
        String room = "Auditorium";
        String startsAt;
        String status = "SCHEDULED";
        boolean deleted;
        List<Reader> chairs;
        int sequence;
        Map<String, Object> announced;

        Session(String startsAt, Reader... chairs) {
            this.startsAt = startsAt;
            this.chairs = List.of(chairs);
        }
    }

    public record Reader(UUID id, String name) {}

    private Integer together;
    private boolean forReview;

    public static Programme conference() {
        var programme = new Programme();
        programme.send("catalog.conference", programme.id, programme.conferenceEvent());
        return programme;
    }

    /** A conference that mails at once. */
    public static Programme impatientConference() {
        var programme = conference();
        programme.settings("PT0S", "PT0S");
        return programme;
    }

    void settings(String quietPeriod, String maxDelay) {
        settings(Map.of("quietPeriod", quietPeriod, "maxDelay", maxDelay));
    }

    void settings(Map<String, ?> patch) {
        asOrganiser()
                .contentType("application/json")
                .body(patch)
                .patch("/notification/conferences/" + slug + "/settings")
                .then()
                .statusCode(200);
    }

    /** Closing words of its mails. */
    void closes(String source) {
        asOrganiser()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("source", source))
                .put("/notification/conferences/" + slug + "/templates/closing")
                .then()
                .statusCode(200);
    }

    public Reader presenter(String name, String email) {
        var reader = new Reader(UUID.randomUUID(), name);
        hasAddress(reader, email);
        return reader;
    }

    public void hasAddress(Reader reader, String email) {
        tell(reader, email, false);
    }

    /** From now on whatever lists one who stays says who was merged into them. */
    void knows(Reader merged, Reader stays) {
        mergedInto.put(merged.id(), stays.id());
    }

    /** The catalog says of one who stays who was merged into them. */
    void absorbs(Reader stays, Reader merged, String email) {
        knows(merged, stays);
        hasAddress(stays, email);
    }

    /** The last that the catalog says of one who was merged into another. */
    void isMerged(Reader merged, Reader stays) {
        knows(merged, stays);
        tell(new Reader(merged.id(), ""), null, true);
    }

    /** The last that the catalog says of one who was erased. */
    public void isErased(Reader reader) {
        tell(new Reader(reader.id(), ""), null, true);
    }

    /** The last that the catalog said of a presenter comes again. */
    void repeat(Reader reader) {
        send("catalog.presenter", reader.id(), lastOfPresenters.get(reader.id()));
        repeatAddress(reader);
    }

    /** The last that the catalog said of where a presenter is written to comes again. */
    void repeatAddress(Reader reader) {
        send("catalog.address", reader.id(), lastOfAddresses.get(reader.id()));
    }

    private List<UUID> mergedIds(UUID presenter) {
        return mergedInto.entrySet().stream()
                .filter(merged -> merged.getValue().equals(presenter))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void tell(Reader reader, String email, boolean deleted) {
        next(reader.id());
        tellPresenter(reader, deleted);
        tellAddress(reader, email, deleted);
    }

    /** Only the catalog's topic of presenters tells of them. */
    void isNamed(Reader reader) {
        next(reader.id());
        tellPresenter(reader, false);
    }

    /** Only the catalog's topic of presenters tells of it. */
    public void speaks(Reader reader, String locale) {
        locales.put(reader.id(), locale);
        isNamed(reader);
    }

    /** Only the catalog's topic of presenters tells that nobody is left. */
    void isForgotten(Reader reader) {
        next(reader.id());
        tellPresenter(new Reader(reader.id(), ""), true);
    }

    /** Only the catalog's topic of addresses tells of them. */
    void isReachedAt(Reader reader, String email) {
        next(reader.id());
        tellAddress(reader, email, false);
    }

    private void tellPresenter(Reader reader, boolean deleted) {
        var event = new HashMap<String, Object>(Map.of(
                "id",
                reader.id(),
                "revision",
                revisions.get(reader.id()),
                "deleted",
                deleted,
                "conferenceId",
                id,
                "name",
                reader.name()));
        event.put("locale", locales.get(reader.id()));
        if (!mergedIds(reader.id()).isEmpty()) {
            event.put("mergedIds", mergedIds(reader.id()));
        }
        if (mergedInto.containsKey(reader.id())) {
            event.put("mergedInto", mergedInto.get(reader.id()));
        }
        lastOfPresenters.put(reader.id(), event);
        send("catalog.presenter", reader.id(), event);
    }

    private void tellAddress(Reader reader, String email, boolean deleted) {
        var event = new HashMap<String, Object>(Map.of(
                "id", reader.id(), "revision", revisions.get(reader.id()), "deleted", deleted, "conferenceId", id));
        event.put("email", email);
        lastOfAddresses.put(reader.id(), event);
        send("catalog.address", reader.id(), event);
    }

    public Talk talk(int number, String title, Reader... presenters) {
        var talk = new Talk(number, title, presenters);
        tellQuietly(talk);
        return talk;
    }

    /** What the catalog says of it now, announced. */
    void tell(Talk talk, String comment) {
        talk.announced = announced(next(talk.id), comment);
        send("catalog.contribution", talk.id, contributionEvent(talk));
    }

    void tellQuietly(Talk talk) {
        next(talk.id);
        send("catalog.contribution", talk.id, contributionEvent(talk));
    }

    public void place(Talk talk, String room, String startsAt, int minutes) {
        talk.slotAnnounced = announced(++version, "moved for a reason");
        slot(talk, "SCHEDULED", room, startsAt, minutes);
    }

    /** Whether the mails about the next changes of the schedule are to be looked at first. */
    void forReview(boolean wanted) {
        forReview = wanted;
    }

    /** How many talks the next changes of the schedule alter; null for one at a time. */
    void together(Integer talks) {
        together = talks;
    }

    void placeQuietly(Talk talk, String room, String startsAt, int minutes) {
        version++;
        slot(talk, "SCHEDULED", room, startsAt, minutes);
    }

    void unplace(Talk talk) {
        talk.slotAnnounced = announced(++version, "freed");
        slot(talk, "UNSCHEDULED", null, null, 0);
    }

    void unpublish(Talk talk) {
        version++;
        slot(talk, "UNPUBLISHED", null, null, 0);
    }

    /** The catalog deletes one contribution, which it announces. */
    void deleteAlone(Talk talk) {
        talk.announced = announced(next(talk.id), "deleted");
        delete(talk);
    }

    /**
     * The catalog deletes the conference; its contributions, presenters and slots follow in events of their own, in any
     * order.
     */
    void delete() {
        var event = conferenceEvent();
        event.putAll(Map.of("deleted", true, "title", "", "organisers", List.of()));
        send("catalog.conference", id, event);
    }

    void deleteWithConference(Talk talk) {
        next(talk.id);
        delete(talk);
    }

    void deleteWithConference(Reader reader) {
        tell(new Reader(reader.id(), ""), null, true);
    }

    void takeBackForGood(Talk talk) {
        talk.slotAnnounced = new HashMap<>(talk.slotAnnounced);
        talk.slotAnnounced.put("author", "");
        talk.slotAnnounced.put("comment", null);
        unpublish(talk);
    }

    private void delete(Talk talk) {
        var event = contributionEvent(talk);
        event.putAll(Map.of("deleted", true, "title", "", "presenters", List.of()));
        send("catalog.contribution", talk.id, event);
    }

    /** What the schedule says of it now, announced. */
    void tell(Session session) {
        session.announced = announced(++version, "moved for a reason");
        sessionEvent(session);
    }

    void tellQuietly(Session session) {
        version++;
        sessionEvent(session);
    }

    /** Takes it off the schedule. */
    void remove(Session session) {
        session.deleted = true;
        session.status = "UNSCHEDULED";
        tell(session);
    }

    private void sessionEvent(Session session) {
        var isPlaced = session.status.equals("SCHEDULED");
        var event = Examples.of("schedule-service", "session.v1.scheduled");
        event.put("id", session.id);
        event.put("revision", version);
        event.put("deleted", session.deleted);
        event.put("conferenceId", id);
        event.put("title", session.title);
        event.put("status", session.status);
        event.put("room", isPlaced ? Map.of("slug", slug(session.room), "name", session.room) : null);
        event.put("startsAt", isPlaced ? at(session.startsAt, 0) : null);
        event.put("endsAt", isPlaced ? at(session.startsAt, 90) : null);
        event.put("timeZone", PARIS.getId());
        event.put("chairs", session.chairs.stream().map(Reader::id).toList());
        event.put(
                "mergedChairs",
                session.chairs.stream()
                        .filter(chair -> !mergedIds(chair.id()).isEmpty())
                        .map(chair -> Map.of("id", chair.id(), "mergedIds", mergedIds(chair.id())))
                        .toList());
        event.put("sequence", session.sequence++);
        event.put("changedAt", Instant.now());
        event.put("announced", session.announced);
        slotRevisions.put(session.id, version);
        send("schedule.session", session.id, event);
    }

    Backup backup() {
        var copy = new HashMap<String, Map<UUID, Map<String, Object>>>();
        told.forEach((topic, states) -> copy.put(topic, new LinkedHashMap<>(states)));
        return new Backup(copy, version);
    }

    /** The catalog, or the schedule, is set back to a backup, and tells what it knows, and that this is all. */
    void restore(String service, Backup backup) {
        revisionsFrom.put(service, Backup.next());
        if (service.equals("schedule")) {
            version = backup.version();
            slotRevisions.replaceAll((talk, any) -> backup.revision("schedule.slot", talk));
        } else {
            revisions.replaceAll((id, any) -> Stream.of("catalog.conference", "catalog.contribution", "catalog.address")
                    .mapToLong(topic -> backup.revision(topic, id))
                    .sum());
            lastOfPresenters.replaceAll(
                    (id, any) -> new HashMap<>(Map.of("revision", backup.revision("catalog.presenter", id))));
            lastOfAddresses.replaceAll(
                    (id, any) -> new HashMap<>(Map.of("revision", backup.revision("catalog.address", id))));
        }
        // The kinds in any order: topics are read independently.
        var topics = backup.told().keySet().stream()
                .filter(topic -> topic.startsWith(service))
                .sorted(Comparator.reverseOrder())
                .toList();
        topics.forEach(topic -> backup.told().get(topic).forEach((key, event) -> send(topic, key, event)));
        RestoredService.toldAll(service, "lectern." + topics.get(0) + ".v1", revisionsFrom.get(service));
    }

    private Long stored(String service, Object revision) {
        return (long) revision + revisionsFrom.getOrDefault(service, 0L);
    }

    /** Until all that was sent is stored and nothing is left to be looked at. */
    public void untilQuiet() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> QuarkusTransaction.requiringNew().call(this::isQuiet));
    }

    /** Until all that was sent is stored, whatever is left to be looked at. */
    void untilStored() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> QuarkusTransaction.requiringNew().call(this::isStored));
    }

    private boolean isQuiet() {
        return isStored()
                && count("select count(*) from touch where conference_id = :id", id) == 0
                && count("""
                        select count(*) from message_recipient
                        where conference_id = :id and reason is null and notice_id is null""", id) == 0;
    }

    private boolean isStored() {
        return revisions.entrySet().stream()
                        .allMatch(sent -> storedRevisions(sent.getKey()).contains(stored("catalog", sent.getValue())))
                && lastOfPresenters.entrySet().stream()
                        .allMatch(sent -> stored("catalog", sent.getValue().get("revision"))
                                .equals(storedPresenter(sent.getKey())))
                && lastOfAddresses.entrySet().stream()
                        .allMatch(sent -> stored("catalog", sent.getValue().get("revision"))
                                .equals(storedAddress(sent.getKey())))
                && slotRevisions.entrySet().stream()
                        .allMatch(sent -> stored("schedule", sent.getValue()).equals(storedSlot(sent.getKey())));
    }

    /** As the delivery would, with a mail server that takes everything. */
    public void deliverAll() {
        untilQuiet();
        each((outcomes, notice) -> outcomes.accepted(notice, Instant.now()));
        untilQuiet();
    }

    void each(BiConsumer<Outcomes, Notice> outcome) {
        var outcomes = Arc.container().instance(Outcomes.class).get();
        QuarkusTransaction.requiringNew().run(() -> {
            for (var id : openNotices()) {
                outcome.accept(outcomes, Notice.lock(List.of(id)).get(id));
            }
        });
    }

    void startSending() {
        untilQuiet();
        each((outcomes, notice) -> notice.claim(UUID.randomUUID(), Instant.now().plusSeconds(60)));
    }

    /** The newest first. */
    public JsonPath notices() {
        return get("/notices");
    }

    /** What each notice is, the oldest first, e.g. {@code CHANGED to ada@uni.example}. */
    public List<String> told() {
        List<String> ids = notices().getList("items.findAll { it.state == 'SENT' || it.state == 'DUE' }.id");
        var oldestFirst = new java.util.ArrayList<>(ids);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst.stream()
                .map(notice -> get("/notices/" + notice))
                .map(notice -> notice.getString("kind") + " to " + notice.getString("to"))
                .toList();
    }

    /** The differences of the newest notice, e.g. {@code room: Auditorium → Blue room}. */
    List<String> differences() {
        var newest = get("/notices/" + notices().getString("items[0].id"));
        List<Map<String, String>> differences = newest.getList("differences");
        return differences.stream()
                .map(each -> each.get("field") + ": " + each.get("old") + " → " + each.get("new"))
                .toList();
    }

    public String state(Reader reader) {
        return get("/briefings").getString("items.find { it.presenter.id == '" + reader.id() + "' }.state");
    }

    public JsonPath get(String path) {
        return asOrganiser()
                .get("/notification/conferences/" + slug + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public RequestSpecification asOrganiser() {
        return given().auth().oauth2(TestTokens.organiser(ORGANISER));
    }

    /** How many briefings and notices there are of it, and titles of it that are left. */
    long rowsAbout(UUID session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> count("select count(*) from briefing where appearance_id = :id", session)
                        + count("select count(*) from notice where appearance_id = :id", session)
                        + count("select count(*) from appearance where id = :id and title <> ''", session));
    }

    private List<UUID> openNotices() {
        return Panache.getEntityManager()
                .createQuery(
                        "select id from Notice where about.conferenceId = :id"
                                + " and state in (DUE, SENDING, RETRYING, AMBIGUOUS) order by seq",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    private List<Long> storedRevisions(UUID aggregate) {
        return Arrays.asList(
                count("select max(revision) from conference where id = :id", aggregate),
                count("select max(revision) from appearance where id = :id", aggregate),
                storedPresenter(aggregate),
                storedAddress(aggregate));
    }

    private static Long storedPresenter(UUID presenter) {
        return count("select max(revision) from presenter where id = :id", presenter);
    }

    private static Long storedAddress(UUID presenter) {
        return count("select max(revision) from address where id = :id", presenter);
    }

    private static Long storedSlot(UUID talk) {
        return count("select max(revision) from slot where appearance_id = :id", talk);
    }

    private static Long count(String sql, UUID id) {
        return (Long) Panache.getEntityManager()
                .createNativeQuery(sql, Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private void slot(Talk talk, String status, String room, String startsAt, int minutes) {
        var event = Examples.of("schedule-service", "slot.v1.scheduled");
        event.put("contributionId", talk.id);
        event.put("revision", version);
        event.put("conferenceId", id);
        event.put("number", talk.number);
        event.put("status", status);
        event.put("timeZone", PARIS.getId());
        event.put("sequence", talk.sequence++);
        event.put("changedAt", Instant.now());
        event.put("room", room == null ? null : Map.of("slug", slug(room), "name", room));
        event.put("startsAt", startsAt == null ? null : at(startsAt, 0));
        event.put("endsAt", startsAt == null ? null : at(startsAt, minutes));
        event.put("announced", talk.slotAnnounced);
        slotRevisions.put(talk.id, version);
        if (together != null) {
            event.put("changedTogether", together);
        }
        if (forReview) {
            event.put("hold", true);
        }
        send("schedule.slot", talk.id, event);
    }

    /**
     * {@code Blue room} is {@code blue-room}, and so is {@code Blue room, now Red}: the same room under another name.
     */
    private static String slug(String room) {
        return room.replaceFirst(",.*", "").toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Object at(String local, int plusMinutes) {
        return LocalDateTime.parse(local).plusMinutes(plusMinutes).atZone(PARIS).toOffsetDateTime();
    }

    /** The catalog tells of someone who may look at the conference. */
    public void isSeenBy(String viewer) {
        var event = conferenceEvent();
        event.put("viewers", List.of(viewer));
        send("catalog.conference", id, event);
    }

    /** @param png in Base64 */
    void showsLogo(String png) {
        var event = conferenceEvent();
        var look = new HashMap<String, Object>();
        look.put("accent", null);
        look.put("welcome", null);
        look.put("logo", "data:image/png;base64," + png);
        event.put("look", look);
        send("catalog.conference", id, event);
    }

    private Map<String, Object> conferenceEvent() {
        var event = Examples.of("catalog-service", "conference.v1.created");
        event.putAll(Map.of(
                "id",
                id,
                "revision",
                next(id),
                "slug",
                slug,
                "title",
                "Physics and AI",
                "timeZone",
                PARIS.getId(),
                "organisers",
                List.of(ORGANISER)));
        return event;
    }

    private Map<String, Object> contributionEvent(Talk talk) {
        var event = Examples.of("catalog-service", "contribution.v1.created");
        event.put("id", talk.id);
        event.put("revision", revisions.get(talk.id));
        event.put("conferenceId", id);
        event.put("number", talk.number);
        event.put("title", talk.title);
        event.put("abstract", "");
        event.put("type", null);
        event.put("state", talk.state);
        event.put("presenters", talk.presenters.stream().map(this::listed).toList());
        event.put("changedAt", Instant.now());
        if (!talk.erased.isEmpty()) {
            event.put("erasedPresenters", talk.erased);
        }
        event.put("announced", talk.announced);
        return event;
    }

    private Map<String, Object> listed(Reader presenter) {
        var listed = new HashMap<String, Object>(Map.of("id", presenter.id(), "name", presenter.name()));
        if (!mergedIds(presenter.id()).isEmpty()) {
            listed.put("mergedIds", mergedIds(presenter.id()));
        }
        return listed;
    }

    private static Map<String, Object> announced(long revision, String comment) {
        return Map.of("revision", revision, "author", "Ada L.", "comment", comment);
    }

    private long next(UUID aggregate) {
        return revisions.merge(aggregate, 1L, Long::sum);
    }

    private void send(String aggregate, UUID key, Map<String, Object> event) {
        told.computeIfAbsent(aggregate, any -> new LinkedHashMap<>()).put(key, event);
        Topics.send("lectern." + aggregate + ".v1", key, counted(aggregate, event));
    }

    /** As the services' outbox counts revisions. */
    private Map<String, Object> counted(String aggregate, Map<String, Object> event) {
        var from = revisionsFrom.get(aggregate.replaceFirst("\\..*", ""));
        if (from == null) {
            return event;
        }
        var counted = new HashMap<>(event);
        counted.put("revisionsFrom", from);
        counted.put("revision", (long) event.get("revision") + from);
        if (event.get("announced") instanceof Map<?, ?> announced) {
            var raised = new HashMap<Object, Object>(announced);
            raised.put("revision", (long) announced.get("revision") + from);
            counted.put("announced", raised);
        }
        return counted;
    }
}
