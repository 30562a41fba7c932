package dev.lectern.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOwnersTest {

    @TempDir
    Path module;

    /** Pebbles are an entity, stones a replica, and of heaps there is only a table. */
    @BeforeEach
    void threeTables() throws IOException {
        write("src/main/resources/db/migration/V1__pebbles.sql", """
                create table pebble (
                    id uuid
                );
                create table rock (
                    id uuid
                );
                create table heap (
                    id uuid
                );""");
        write("src/main/resources/db/migration/V10__stones.sql", "alter table rock rename to stone;");
        write("src/main/java/pebbles/Pebble.java", """
                @Entity
                class Pebble {
                    String sql = "select weight from pebble";
                }""");
        write("src/main/java/stones/Stones.java", """
                class Stones {
                    Replica<Stone> replica = new Replica<>("stone", Stone.class);
                }""");
    }

    @Test
    void aTableThatNobodyOwnsIsFound() {
        assertThat(new TableOwners(module).ownerless(Map.of())).containsExactly("heap");
        assertThat(new TableOwners(module).ownerless(Map.of("heap", "pebbles"))).isEmpty();
    }

    @Test
    void anOwnerOfNothingAndASecondOwnerAreFound() {
        assertThat(new TableOwners(module).ownerless(Map.of("heap", "pebbles", "rock", "stones", "pebble", "stones")))
                .containsExactly("pebble", "rock");
    }

    @Test
    void aStatementThatNamesATableOfAnotherPackageIsFound() throws IOException {
        write("src/main/java/heaps/Heaps.java", """
                class Heaps {
                    String sql = ""\"
                        delete from heap where id in (
                            select id from pebble join stone using (id))""\";
                    String hql = "select id from Pebble";
                    String words = "from everywhere, and a \\" from stone";
                }""");

        assertThat(new TableOwners(module).guests(Map.of("heap", "heaps")))
                .isEqualTo(Map.of("heaps", Set.of("pebble", "stone")));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(module.resolve(file).getParent());
        Files.writeString(module.resolve(file), text);
    }
}
