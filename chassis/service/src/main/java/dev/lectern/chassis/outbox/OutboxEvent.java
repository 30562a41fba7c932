package dev.lectern.chassis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A row of the outbox, as it is sent. */
record OutboxEvent(
        long id, String topic, String key, String type, byte[] payload, String traceParent, OffsetDateTime createdAt) {

    static OutboxEvent read(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                RevisionBase.raised(row.getBytes("payload"), row.getLong("base")),
                row.getString("trace_parent"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
