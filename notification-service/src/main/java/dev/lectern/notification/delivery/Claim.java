package dev.lectern.notification.delivery;

import dev.lectern.notification.notice.NoticeState;
import java.util.List;
import java.util.UUID;

/**
 * A mail that one worker alone may send while the lease lasts.
 *
 * @param mail the notice that the message is kept with
 * @param notices all that it tells, by id
 * @param holder made anew for each round of a worker, so that not even the same worker can report an attempt that it has
 *     lost
 * @param before the state that they were in
 * @param sender whom the mail server is to report to; null for whom the message comes from
 */
@SuppressWarnings("ArrayRecordComponent") // Claims are never compared.
record Claim(
        UUID mail,
        List<UUID> notices,
        UUID holder,
        int attempt,
        NoticeState before,
        String sender,
        String recipient,
        byte[] message) {}
