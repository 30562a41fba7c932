package dev.lectern.notification.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an attempt ended: taken; not now; never, for this recipient or message; or nobody knows. */
@Schema(name = "DeliveryOutcome")
public enum Outcome {
    ACCEPTED,
    TRANSIENT,
    REFUSED,
    AMBIGUOUS
}
