package dev.lectern.catalog.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.catalog.DatabaseOfRelease;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses get a topic of their own beside presenters who are there already. */
class AddressMigrationTest {

    private static final UUID CONFERENCE = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final UUID MERGED = new UUID(0, 4);

    @Test
    void allAreToldAgainAtTheirRevisionsAsTheServiceWould() throws IOException, SQLException {
        try (var database = new DatabaseOfRelease()) {
            database.migrate("31");
            database.run("""
                    insert into conference (id, slug, title, title_is_given, time_zone, days, organisers, revision, changed_at)
                    values ('%s', 'clocks', 'Clocks', true, 'Europe/Paris', '{}', '{}', 1, now())""".formatted(CONFERENCE));
            database.run("""
                    insert into presenter (id, conference_id, honorific, family_name, given_names, affiliation, email, locale,
                        changeover_minutes, merged_ids, revision)
                    values ('%1$s', '%3$s', 'Dr', 'ZYGALSKI', 'Ann', 'Poznań', 'ann@uni.example', 'pl', 15, array[cast('%4$s' as uuid)], 7),
                        ('%2$s', '%3$s', null, 'BOB', null, null, null, null, null, '{}', 1)""".formatted(ANN, BOB, CONFERENCE, MERGED));

            database.migrate("32");

            assertThat(database.told(AddressEvent.TOPIC, AddressEvent.TYPE, AddressEvent.class))
                    .containsExactly(
                            new AddressEvent(ANN, 7, false, CONFERENCE, "ann@uni.example"),
                            new AddressEvent(BOB, 1, false, CONFERENCE, null));
            assertThat(database.told(PresenterEvent.TOPIC, PresenterEvent.TYPE, PresenterEvent.class))
                    .containsExactly(
                            new PresenterEvent(
                                    ANN,
                                    7,
                                    false,
                                    CONFERENCE,
                                    new ShownName("Dr", "ZYGALSKI", "Ann", "Ann ZYGALSKI", "Poznań"),
                                    "pl",
                                    15,
                                    List.of(MERGED),
                                    null),
                            new PresenterEvent(
                                    BOB,
                                    1,
                                    false,
                                    CONFERENCE,
                                    new ShownName(null, "BOB", null, "BOB", null),
                                    null,
                                    null,
                                    null,
                                    null));
        }
    }
}
