package dev.lectern.stack.data;

/** The ports of one stack. Each lies at a fixed distance from the port base. */
public enum Port {
    GATEWAY(0),
    INBOX(1),
    SMTP(2),
    POSTGRES(3),
    KAFKA(4),
    KAFKA_CONTROLLER(5),
    CATALOG(10),
    CATALOG_MANAGEMENT(11),
    SCHEDULE(12),
    SCHEDULE_MANAGEMENT(13),
    NOTIFICATION(14),
    NOTIFICATION_MANAGEMENT(15);

    /** How far from a busy port the search for a free one begins: beyond all others of the stack. */
    static final int SPARE = 20;

    private final int offset;

    Port(int offset) {
        this.offset = offset;
    }

    int above(int base) {
        return base + offset;
    }
}
