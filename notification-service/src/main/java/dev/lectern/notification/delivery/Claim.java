package dev.lectern.notification.delivery;

import dev.lectern.notification.notice.Notice;
import java.util.UUID;

/**
 * A notice that one worker alone may send while the lease lasts.
 *
 * @param holder made anew for each attempt, so that not even the same worker can report an attempt that it has lost
 */
@SuppressWarnings("ArrayRecordComponent") // Claims are never compared.
record Claim(UUID notice, UUID holder, int attempt, String recipient, byte[] message) {

    static Claim of(Notice notice, UUID holder) {
        return new Claim(
                notice.id(), holder, notice.attempts(), notice.message().toAddress(), notice.bytes());
    }
}
