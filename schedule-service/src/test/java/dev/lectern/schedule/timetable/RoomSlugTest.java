package dev.lectern.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomSlugTest {

    @ParameterizedTest
    @CsvSource({
        "Blue room, blue-room",
        "Salle Poincaré, salle-poincare",
        "'  Hall #2 (west) ', hall-2-west",
        "Zürich/Genève, zurich-geneve",
        "講堂, room"
    })
    void aNameBecomesASlug(String name, String slug) {
        assertThat(RoomSlug.from(name, List.of())).isEqualTo(slug).matches(RoomSlug.PATTERN);
    }

    @Test
    void aNumberTellsItFromThoseInUse() {
        assertThat(RoomSlug.from("Hall", List.of("hall", "hall-2"))).isEqualTo("hall-3");
    }

    @Test
    void aLongNameIsCut() {
        // Given
        var name = "a ".repeat(100);
        // When
        var slug = RoomSlug.from(name, List.of());
        // Then
        assertThat(slug).hasSizeLessThanOrEqualTo(RoomSlug.MAX_LENGTH).matches(RoomSlug.PATTERN);
    }
}
