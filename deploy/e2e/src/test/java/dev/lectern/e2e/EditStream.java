package dev.lectern.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Editors who change a published conference without pause, each one talk and the room it is in, and the ledger of what
 * they were answered. No two edits ask for the same, so each is in the history at most once.
 */
final class EditStream implements AutoCloseable {

    private static final int EDITORS = 4;
    private static final int EDITS_PER_SECOND = 20;
    private static final int NO_ANSWER = 0;
    private static final LocalDateTime FIRST_START = LocalDateTime.parse("2027-03-02T00:00");
    private static final int MINUTES = 2 * 24 * 60;

    /** Longer than any fault that is not a death: only an edit that was cut remains without answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /**
     * One edit, known in history by its comment.
     *
     * @param field of a talk in the agenda
     * @param status 0 for no answer
     */
    record Edit(int talk, String field, String value, String comment, int status, Duration took) {

        boolean isAccepted() {
            return status == 200;
        }

        /** Neither accepted nor refused by a rule: only the final state can tell. */
        boolean isInDoubt() {
            return status == NO_ANSWER || status >= 500;
        }

        boolean isOfSchedule() {
            return !field.equals("title");
        }
    }

    private final Organiser organiser;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService editors = Executors.newScheduledThreadPool(EDITORS);
    private final Queue<Edit> ledger = new ConcurrentLinkedQueue<>();

    private EditStream(Organiser organiser) {
        this.organiser = organiser;
    }

    /** Publishes a conference and edits it from then on, until it is closed. */
    static EditStream on(Organiser organiser) {
        organiser
                .patch("/notification", "/settings", Map.of("quietPeriod", "PT1S", "maxDelay", "PT5S"))
                .statusCode(200);
        for (var talk = 1; talk <= EDITORS; talk++) {
            organiser.contribution("Talk " + talk, organiser.presenter("SPEAKER" + talk));
            organiser.room("room-" + talk, "Room " + talk);
            organiser.place(talk, "room-" + talk, "2027-03-02T10:00").statusCode(200);
        }
        organiser.publish();
        var stream = new EditStream(organiser);
        for (var talk = 1; talk <= EDITORS; talk++) {
            stream.edit(talk);
        }
        return stream;
    }

    private void edit(int talk) {
        var interval = 1_000_000L * EDITORS / EDITS_PER_SECOND;
        var count = new int[1];
        var unused = editors.scheduleAtFixedRate(
                () -> ledger.add(edit(talk, count[0]++)), interval * talk / EDITORS, interval, TimeUnit.MICROSECONDS);
    }

    private Edit edit(int talk, int count) {
        var comment = "edit " + talk + "-" + count;
        return switch (count % 4) {
            case 1 -> {
                var title = "Talk " + talk + " of " + organiser.slug() + ", take " + count;
                yield edit(
                        "PATCH",
                        "/catalog",
                        "/contributions/" + talk,
                        talk,
                        "title",
                        title,
                        Map.of("title", title),
                        comment);
            }
            case 3 -> {
                var name = "Room " + talk + " alias " + count;
                yield edit(
                        "PATCH", "/schedule", "/rooms/room-" + talk, talk, "room", name, Map.of("name", name), comment);
            }
            default -> {
                var start = FIRST_START.plusMinutes(count % MINUTES).toString();
                var body = Map.of("room", "room-" + talk, "startsAt", start);
                yield edit("PUT", "/schedule", "/slots/" + talk, talk, "startsAt", start, body, comment);
            }
        };
    }

    private Edit edit(
            String method,
            String service,
            String path,
            int talk,
            String field,
            String value,
            Map<String, String> body,
            String comment) {
        var members = new TreeMap<>(body);
        members.put("comment", comment);
        var begin = System.nanoTime();
        var status = send(HttpRequest.newBuilder(URI.create(RunningStack.gateway() + organiser.url(service, path)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + organiser.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Organiser.json(members)))
                .build());
        return new Edit(talk, field, value, comment, status, Duration.ofNanos(System.nanoTime() - begin));
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    /** Ends the edits, and returns when the last one is answered. */
    @Override
    public void close() {
        editors.shutdown();
        try {
            if (!editors.awaitTermination(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
                throw new AssertionError("an edit hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<Edit> edits() {
        return List.copyOf(ledger);
    }

    long accepted() {
        return ledger.stream().filter(Edit::isAccepted).count();
    }

    /** How many edits got which answer, and the slowest. */
    @Override
    public String toString() {
        var answers = new TreeMap<Integer, Integer>();
        ledger.forEach(edit -> answers.merge(edit.status(), 1, Integer::sum));
        var slowest = ledger.stream().map(Edit::took).max(Duration::compareTo).orElse(Duration.ZERO);
        return "answers=" + answers + " slowestMillis=" + slowest.toMillis();
    }

    /** S3 and S2, once all is quiet: what was accepted is there exactly once, what was refused is not. */
    List<String> violations() {
        var found = new ArrayList<String>();
        historyMissesOrDoubles(found);
        agendaDiffers(found);
        return found;
    }

    private void historyMissesOrDoubles(List<String> found) {
        var applied = applied();
        for (var edit : ledger) {
            var times = applied.getOrDefault(edit.comment(), 0L);
            if (edit.isOfSchedule() && !edit.isInDoubt() && times != (edit.isAccepted() ? 1 : 0)) {
                found.add("S3 " + edit + " is in the history " + times + " times");
            }
        }
    }

    /** Whether it is in the schedule's history, or in the states that the catalog has told. */
    boolean wasApplied(Edit edit) {
        return edit.isOfSchedule()
                ? applied().containsKey(edit.comment())
                : RunningStack.topics().records(Topics.CONTRIBUTION).stream()
                        .filter(record -> !Topics.isForged(record))
                        .anyMatch(record -> new String(record.value(), UTF_8).contains('"' + edit.value() + '"'));
    }

    /** How often each comment is in the history of the schedule. */
    private Map<String, Long> applied() {
        var applied = new TreeMap<String, Long>();
        RunningStack.database("schedule")
                .rows("select c.comment, count(*) from change c join conference on conference.id = c.conference_id"
                        + " where conference.slug = '" + organiser.slug() + "' and c.comment is not null group by 1")
                .forEach(row -> applied.put((String) row.get(0), (Long) row.get(1)));
        return applied;
    }

    private void agendaDiffers(List<String> found) {
        var agenda = organiser.agenda().statusCode(200).extract().jsonPath();
        for (var talk = 1; talk <= EDITORS; talk++) {
            var path = "talks.find { it.number == " + talk + " }.";
            compare(talk, "title", agenda.getString(path + "title"), found);
            compare(talk, "room", agenda.getString(path + "room.name"), found);
            compare(
                    talk,
                    "startsAt",
                    agenda.getString(path + "startsAt").substring(0, "2027-03-02T10:00".length()),
                    found);
        }
    }

    /** The last accepted value is there, or one that was asked for after it and remained in doubt. */
    private void compare(int talk, String field, String actual, List<String> found) {
        var possible = new ArrayList<String>();
        for (var edit : ledger) {
            if (edit.talk() == talk && edit.field().equals(field)) {
                if (edit.isAccepted()) {
                    possible.clear();
                }
                if (edit.isAccepted() || edit.isInDoubt()) {
                    possible.add(edit.value());
                }
            }
        }
        if (!possible.isEmpty() && !possible.contains(actual)) {
            found.add("S3 " + field + " of talk " + talk + " is " + actual + " instead of " + possible);
        }
    }
}
