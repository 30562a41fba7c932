package dev.lectern.schedule.agenda;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the bytes of an answer are encoded (RFC 9110, section 8.4.1). What is preferred comes first. */
enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** Half as long again as the best one, and a hundred times as fast. */
    private static final int BROTLI_QUALITY = 5;

    private static final boolean HAS_BROTLI = Brotli4jLoader.isAvailable();

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** What {@code Content-Encoding} says; empty for bytes as they are. */
    Optional<String> token() {
        return this == IDENTITY ? Optional.empty() : Optional.of(token);
    }

    /**
     * The one that is preferred among those that a reader takes. Who takes none, not even bytes as they are, gets them
     * nevertheless, as RFC 9110, section 12.5.3 allows.
     *
     * @param accepted the value of {@code Accept-Encoding}; null where the request has none
     */
    static Encoding of(String accepted) {
        var text = accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.isPossible() && encoding.isTakenBy(text))
                .findFirst()
                .orElse(IDENTITY);
    }

    private boolean isPossible() {
        return this != BROTLI || HAS_BROTLI;
    }

    /** A weight of zero is a refusal. */
    private boolean isTakenBy(String accepted) {
        return Arrays.stream(accepted.split(","))
                .map(item -> item.replace(" ", "").split(";", 2))
                .anyMatch(item -> item[0].equals(token) && (item.length == 1 || !item[1].matches("q=0(\\.0*)?")));
    }

    byte[] encode(byte[] bytes) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
                case GZIP -> Gzip.encode(bytes);
                case IDENTITY -> bytes;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
