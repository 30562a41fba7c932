package dev.lectern.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandingMigrationTest {

    private static final Set<String> RELEASES = Set.of("1.0.0", "1.1.0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table room add column floor text",
                "alter table room add column floor text not null default 'ground', add tower boolean not null default false",
                "alter table room add column size int not null generated always as (length(slug)) stored",
                "alter table room drop constraint room_has_a_floor",
                "alter table room alter column floor drop not null",
                "create table floor (id int not null, name text not null); alter table floor add constraint one unique (name)",
                "create index room_by_floor on room (floor)",
                "-- Nobody may drop this.\nupdate room set name = 'rename; drop table room'"
            })
    void whatAddsIsAllowed(String sql) {
        assertThat(ExpandingMigration.faults(sql, RELEASES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drops | drop table room
            drops | create table floor (id int); alter table room add x int, drop floor
            drops | ALTER TABLE room DROP COLUMN floor
            renames | alter table room rename to hall
            renames | alter table room rename column floor to level
            changes a type | alter table room alter column floor type int using 1
            changes a type | alter table room alter floor set data type int
            forbids null | alter table room alter column floor set not null
            adds a column that an insert has to name | alter table room add column a text default 'x', add floor text not null
            adds a column that an insert has to name | alter table room add column floor text not null, add b int not null default 1
            adds a rule | alter table room add constraint room_has_a_floor check (floor > 0)
            adds a rule | create unique index one on room (floor)
            empties a table | truncate room
            """)
    void whatAReplicaOfTheReleaseBeforeWouldMissIsTold(String fault, String sql) {
        assertThat(ExpandingMigration.faults(sql, RELEASES))
                .singleElement()
                .asString()
                .startsWith(fault + ": ");
    }

    @Test
    void whatAReleaseHasStoppedUsingMayGo() {
        var sql = "-- Contracts what %s has stopped using. Floors are rooms now.\nalter table room drop column floor;";
        assertThat(ExpandingMigration.faults(sql.formatted("1.1.0"), RELEASES)).isEmpty();
        assertThat(ExpandingMigration.faults(sql.formatted("1.2.0"), RELEASES))
                .containsExactly("contracts what no release has stopped using: 1.2.0");
    }
}
