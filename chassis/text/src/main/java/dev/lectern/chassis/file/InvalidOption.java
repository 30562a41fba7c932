package dev.lectern.chassis.file;

/**
 * How to read a file was said with a word that means nothing, whatever is in the file. Services answer 400 with the
 * parameter of that name.
 */
public final class InvalidOption extends RuntimeException {

    private final String option;

    public InvalidOption(String option, String detail) {
        super(detail);
        this.option = option;
    }

    public String option() {
        return option;
    }
}
