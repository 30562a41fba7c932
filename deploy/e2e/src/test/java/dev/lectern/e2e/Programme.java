package dev.lectern.e2e;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A published conference with something of everything that pages show: two days, three rooms, tracks, types, languages,
 * a session, a break, names with accents, and an abstract that has much in it.
 *
 * @param presenter the id of Éloïse Ångström, who presents talks 1 and 9
 * @param session the id of the session in which talks 7 and 8 are
 */
record Programme(Organiser organiser, String presenter, String session) {

    /** The path of a page that is not there. */
    static final String NOTHING = "/talks/999";

    private static final String LONG =
            """
            A **walker** on a tree goes to each neighbour with the same probability. We ask *how far* they get:

            - on a regular tree of degree $d$, at speed $\\frac{d-2}{d}$;
            - on a critical Galton–Watson tree that is conditioned to survive, after $n$ steps as far as $n^{1/3}$.

            The proof needs nothing but [electrical networks](https://networks.example/trees). For each vertex $v$ the
            effective resistance $R(v) = \\sum_{k \\le n} \\sqrt{x_k^2 + 1}$ is computed, and then compared.

            ```
            while (walker.position() != root) { walker.step(random.nextInt(walker.neighbours().size())); }
            ```

            """ + "What is known for lattices, and what is only believed, is told in the second half. ".repeat(8);

    private static Programme shared;

    /** The one that all tests look at, and none alters. */
    static Programme in(Lectern lectern) {
        if (shared == null) {
            shared = made(lectern);
        }
        return shared;
    }

    /** A ring and what is in it, as a PNG. */
    private static String logo() {
        var image = new BufferedImage(144, 96, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x1f6f8b));
        pen.fillOval(0, 0, 96, 96);
        pen.setColor(Color.WHITE);
        pen.fillOval(24, 24, 48, 48);
        pen.setColor(new Color(0xb36b00));
        pen.fillRect(104, 0, 40, 96);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Programme made(Lectern lectern) {
        var organiser = Organiser.withConference(lectern);
        organiser
                .patch(
                        "/catalog",
                        "",
                        Map.of(
                                "title",
                                "Shapes and chances 2027",
                                "look",
                                Map.of(
                                        "logo",
                                        logo(),
                                        "accent",
                                        "#1f6f8b",
                                        "welcome",
                                        "Welcome to **two days** about what is bent and what is random.")))
                .statusCode(200);
        organiser.room("blue", "Blue room");
        organiser.room("red", "Red room");
        organiser.room("hall", "Grande salle");
        var made = new Making(organiser);
        var eloise = made.presenter("Éloïse", "Ångström", "Université de Liège");
        var gerard = made.presenter("Gérard", "Ben Arous", "Courant Institute");
        var layla = made.presenter("ليلى", "الأندلسي", "جامعة القرويين");
        made.talk("Random walks on trees", "Probability", "Lecture", "en", LONG, eloise, gerard);
        made.talk("Surfaces minimales et films de savon", "Geometry", "Lecture", "fr", "Des *bulles*.", gerard);
        made.talk("الهندسة والزخرفة الإسلامية", "Geometry", "Keynote", "ar", "كيف ترسم النجوم على الجدران.", layla);
        made.talk("Percolation in high dimensions", "Probability", "Lecture", "en", "Above *six*.", gerard);
        made.talk("Knots, and how to tell them apart", "Geometry", "Lecture", "en", "Colours help.");
        made.talk(
                "On the asymptotic behaviour of the largest eigenvalues of heavy-tailed random matrices with dependent"
                        + " entries, and on what it has to do with sand",
                "Probability",
                "Keynote",
                "en",
                "Sand.",
                layla);
        made.talk("A first theorem", "Geometry", "Short talk", "en", "Mine.", made.presenter("Zoë", "Kübler", ""));
        made.talk("A second theorem", "Geometry", "Short talk", "en", "Mine too.");
        made.talk("Trees again", "Probability", "Lecture", "en", "Because of the questions.", eloise);
        made.talk("Origami", "Geometry", "Workshop", "en", "Bring paper.");
        made.talk("Le hasard des files d’attente", "Probability", "Lecture", "fr", "Attendez.", gerard);
        made.talk("Closing words", null, "Keynote", "en", "Good-bye.");
        var session = made.placed();
        organiser.publish();
        organiser.agenda();
        return new Programme(organiser, eloise, session);
    }

    String address() {
        return "/agenda/" + organiser.slug();
    }

    String talk(int number) {
        return address() + "/talks/" + number;
    }

    /** Every kind of page, by a name for it. */
    Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("conferences", "/agenda");
        pages.put("agenda", address());
        pages.put("agenda-german", address() + "?lang=de");
        pages.put("day", address() + "/days/2027-03-02");
        pages.put("talk", talk(1));
        pages.put("talk-arabic", talk(3));
        pages.put("presenters", address() + "/presenters");
        pages.put("presenter", address() + "/presenters/" + presenter);
        pages.put("room", address() + "/rooms/blue");
        pages.put("track", address() + "/tracks/geometry");
        pages.put("session", address() + "/sessions/" + session);
        pages.put("search", address() + "?q=tree&track=probability&room=blue&type=lecture&language=en");
        pages.put("search-in-vain", address() + "?q=astrology");
        pages.put("sign", address() + "/rooms/blue/sign");
        pages.put("changes", address() + "/changes?since=" + organiser.version());
        pages.put("chosen", address() + "?talks=3,7");
        pages.put("nothing", address() + NOTHING);
        return pages;
    }

    /** What is made of it so far. */
    private record Making(Organiser organiser) {

        String presenter(String given, String family, String affiliation) {
            return organiser
                    .post(
                            "/catalog",
                            "/presenters",
                            Map.of("givenNames", given, "familyName", family, "affiliation", affiliation))
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        void talk(String title, String track, String type, String language, String text, String... presenters) {
            var body = new HashMap<String, Object>();
            body.put("title", title);
            body.put("track", track);
            body.put("type", type);
            body.put("language", language);
            body.put("abstract", text);
            body.put(
                    "links",
                    List.of(Map.of("url", "https://slides.example/" + language + "/talk.pdf", "title", "Slides")));
            body.put(
                    "authors",
                    List.of(Map.of("familyName", "NOETHER", "givenNames", "Emmy", "affiliation", "Göttingen")));
            body.put("durationMinutes", type.equals("Short talk") ? 20 : 45);
            body.put(
                    "presenters",
                    List.of(presenters).stream().map(id -> Map.of("id", id)).toList());
            organiser.post("/catalog", "/contributions", body).statusCode(201);
        }

        /** The session's id. */
        String placed() {
            var operations = new ArrayList<Map<String, Object>>();
            operations.add(place(1, "blue", "2027-03-02T09:00"));
            operations.add(place(2, "red", "2027-03-02T09:00"));
            operations.add(place(3, "hall", "2027-03-02T09:00"));
            operations.add(
                    Map.of("op", "break", "title", "Coffee", "startsAt", "2027-03-02T09:45", "durationMinutes", 30));
            operations.add(place(4, "blue", "2027-03-02T10:15"));
            operations.add(place(5, "red", "2027-03-02T10:30"));
            operations.add(place(6, "hall", "2027-03-02T10:15"));
            operations.add(Map.of(
                    "op",
                    "session",
                    "title",
                    "Young researchers",
                    "room",
                    "blue",
                    "startsAt",
                    "2027-03-02T11:15",
                    "durationMinutes",
                    60,
                    "chairs",
                    List.of(),
                    "talks",
                    List.of(7, 8)));
            operations.add(place(9, "blue", "2027-03-03T09:00"));
            operations.add(place(10, "red", "2027-03-03T09:00"));
            operations.add(place(11, "hall", "2027-03-03T10:00"));
            operations.add(place(12, "hall", "2027-03-03T11:00"));
            return organiser
                    .post("/schedule", "/changes", Map.of("operations", operations))
                    .statusCode(201)
                    .extract()
                    .path("sessions[0].after.id");
        }

        private static Map<String, Object> place(int number, String room, String startsAt) {
            return Map.of("op", "place", "contribution", number, "room", room, "startsAt", startsAt);
        }
    }
}
