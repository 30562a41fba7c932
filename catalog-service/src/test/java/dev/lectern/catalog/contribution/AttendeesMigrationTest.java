package dev.lectern.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.catalog.DatabaseOfRelease;
import dev.lectern.catalog.contribution.ContributionEvent.Author;
import dev.lectern.catalog.contribution.ContributionEvent.ForAttendees;
import dev.lectern.catalog.contribution.ContributionEvent.ForOrganisers;
import dev.lectern.catalog.contribution.ContributionEvent.InFiles;
import dev.lectern.chassis.events.Announcement;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What attendees are to see of contributions that are there already becomes known to the schedule. */
class AttendeesMigrationTest {

    private static final UUID CONFERENCE = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final UUID MERGED = new UUID(0, 4);
    private static final UUID ERASED = new UUID(0, 5);
    private static final UUID BELLS = new UUID(0, 6);
    private static final UUID CLOCKS = new UUID(0, 7);
    private static final Instant CHANGED = Instant.parse("2027-01-04T09:05:00.120Z");

    @Test
    void whatHasLanguageLinksOrAuthorsIsToldAtANewRevisionAsTheServiceWould() throws IOException, SQLException {
        try (var database = new DatabaseOfRelease()) {
            database.migrate("32");
            database.run("""
                    insert into conference (id, slug, title, title_is_given, time_zone, days, organisers, revision, changed_at)
                    values ('%s', 'clocks', 'Clocks', true, 'Europe/Paris', '{}', '{}', 1, now())""".formatted(CONFERENCE));
            database.run("""
                    insert into presenter (id, conference_id, family_name, given_names, affiliation, merged_ids, revision)
                    values ('%1$s', '%3$s', 'ZYGALSKI', 'Ann', 'Poznań', array[cast('%4$s' as uuid)], 7),
                        ('%2$s', '%3$s', 'BOB', null, null, '{}', 1)""".formatted(ANN, BOB, CONFERENCE, MERGED));
            database.run("""
                    insert into contribution (id, conference_id, number, title, abstract, type, duration_minutes, state, withdrawals,
                        presenters, erased_presenters, imported, revision, announced_revision, announced_author, changed_at,
                        session_classification, expected_audience, features, details)
                    values ('%1$s', '%2$s', 3, 'Bells', 'Ropes', 'Talk', 30, 'CONFIRMED', 1,
                        array[cast('%4$s' as uuid), cast('%3$s' as uuid)], array[cast('%5$s' as uuid)],
                        '{"latest": "csv", "sources": {
                            "csv": {"source": null, "id": null}, "frab": {"source": "z", "id": "b"}, "frab:y": {"source": "Y", "id": "c"}}}',
                        4, 2, 'Ada', '%6$s', 'Towers', 120, '{organ}',
                        '{"code": "K7", "language": "de-AT", "links": [{"url": "https://bells.example/", "title": null}],
                          "tags": ["t"], "customFields": [],
                          "authors": [{"honorific": "Dr", "familyName": "ROZYCKI", "givenNames": "Jerzy", "affiliation": null, "listed": "J."}],
                          "coAuthors": [{"honorific": null, "familyName": "BO", "givenNames": null, "affiliation": "Liège", "listed": "B."},
                            {"honorific": null, "familyName": "ROZYCKI", "givenNames": "Jerzy", "affiliation": null, "listed": "R."}]}')""".formatted(BELLS, CONFERENCE, ANN, BOB, ERASED, CHANGED));
            database.run("""
                    insert into contribution (id, conference_id, number, title, abstract, state, withdrawals, presenters, revision, changed_at)
                    values ('%1$s', '%3$s', 4, 'Clocks', '', 'PROPOSED', 0, '{}', 1, '%4$s'),
                        ('%2$s', '%3$s', 5, 'Silence', '', 'PROPOSED', 0, '{}', 1, '%4$s')""".formatted(CLOCKS, new UUID(0, 8), CONFERENCE, CHANGED));
            database.run(
                    "update contribution set details = jsonb_set(details, '{language}', '\"fr\"') where number = 4");

            database.migrate("33");

            assertThat(database.told(ContributionEvent.TOPIC, ContributionEvent.TYPE, ContributionEvent.class))
                    .containsExactly(
                            new ContributionEvent(
                                    BELLS,
                                    5,
                                    false,
                                    CONFERENCE,
                                    3,
                                    new Subject("Bells", "Ropes", "Talk", null, 30),
                                    "CONFIRMED",
                                    1,
                                    List.of(
                                            new ListedPresenter(BOB, "BOB", null, null),
                                            new ListedPresenter(ANN, "Ann ZYGALSKI", "Poznań", List.of(MERGED))),
                                    CHANGED,
                                    new Announcement(2, "Ada", null),
                                    new ForOrganisers("Towers", 120, List.of("organ")),
                                    new InFiles("b", List.of(new ExternalId("Y", "c"), new ExternalId("z", "b"))),
                                    new ForAttendees(
                                            "de-AT",
                                            List.of(new Link("https://bells.example/", null)),
                                            List.of(new Author("Jerzy ROZYCKI", null), new Author("BO", "Liège"))),
                                    List.of(ERASED)),
                            new ContributionEvent(
                                    CLOCKS,
                                    2,
                                    false,
                                    CONFERENCE,
                                    4,
                                    new Subject("Clocks", "", null, null, null),
                                    "PROPOSED",
                                    0,
                                    List.of(),
                                    CHANGED,
                                    null,
                                    new ForOrganisers(null, null, null),
                                    new InFiles(null, null),
                                    new ForAttendees("fr", null, null),
                                    null));
        }
    }
}
