package dev.lectern.chassis.text;

import java.util.concurrent.atomic.AtomicLong;

/** A text that counts how often its letters are looked at, which no busy machine can change. */
public final class Counted implements CharSequence {

    private final String text;
    private final AtomicLong looks = new AtomicLong();

    public Counted(String text) {
        this.text = text;
    }

    public long looks() {
        return looks.get();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks.incrementAndGet();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks.addAndGet(end - start);
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
