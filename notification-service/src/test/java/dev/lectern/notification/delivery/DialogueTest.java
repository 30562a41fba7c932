package dev.lectern.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialogueTest {

    @Test
    void whateverAServerSaysIsKeptAsALineOfText() {
        // Given
        var dialogue = new Dialogue();
        dialogue.startMessage();
        // When
        dialogue.heard(250, "250 ok\0queued\r\nas 1\n" + "x".repeat(1000));
        // Then
        assertThat(dialogue.accepted().reply())
                .startsWith("250 ok queued as 1 x")
                .hasSize(500);
    }
}
