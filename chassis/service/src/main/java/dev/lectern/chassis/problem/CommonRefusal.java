package dev.lectern.chassis.problem;

/** What every service refuses. */
public enum CommonRefusal implements Refusal {
    INVALID_REQUEST(400, "invalid-request", "The request is not valid"),
    INVALID_FILE(400, "invalid-file", "The file cannot be imported"),
    UNAUTHENTICATED(401, "unauthenticated", "Who are you?"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    NOT_FOUND(404, "not-found", "There is no such thing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This cannot be done here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "There is no such representation"),
    REQUEST_TIMEOUT(408, "request-timeout", "The body did not arrive in time"),
    UNDER_WAY(409, "under-way", "This is under way already"),
    STALE(412, "stale", "This has changed since you read it"),
    TOO_LARGE(413, "too-large", "The body is too large"),
    URI_TOO_LONG(414, "uri-too-long", "The path is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This media type is not understood here"),
    TOO_LARGE_EVENT(422, "too-large-event", "This is too large to be published"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "This key belongs to another request"),
    IF_MATCH_REQUIRED(428, "if-match-required", "Say which state you are replacing"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "You ask too often"),
    INTERNAL_ERROR(500, "internal-error", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "This is not available right now"),
    ENDING(503, "unavailable", "The service is about to end"),
    BUSY(503, "unavailable", "This conference is very busy");

    private final int status;
    private final String type;
    private final String title;

    CommonRefusal(int status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String title() {
        return title;
    }
}
