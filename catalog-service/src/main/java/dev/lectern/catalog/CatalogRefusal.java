package dev.lectern.catalog;

import dev.lectern.chassis.problem.Refusal;

/** What the rules of the catalog refuse. */
public enum CatalogRefusal implements Refusal {
    NOT_ACCEPTABLE(406, "not-acceptable", "No such representation"),
    ALREADY_ANNOUNCED(409, "already-announced", "That contribution was announced"),
    LAST_ORGANISER(409, "last-organiser", "Someone has to run the conference"),
    NOT_POSSIBLE_NOW(409, "not-possible-now", "That is not possible from where the contribution is"),
    NUMBER_TAKEN(409, "number-taken", "That number is taken"),
    SLUG_TAKEN(409, "slug-taken", "That slug is taken"),
    LOW_CONTRAST(422, "low-contrast", "That colour could not be read"),
    TOO_LARGE_REPORT(422, "too-large-report", "The report is too large for a PDF"),
    PRINTING(503, "unavailable", "Another PDF is being made");

    private final int status;
    private final String type;
    private final String title;

    CatalogRefusal(int status, String type, String title) {
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
