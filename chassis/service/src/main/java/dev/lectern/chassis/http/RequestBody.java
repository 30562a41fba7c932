package dev.lectern.chassis.http;

import jakarta.enterprise.context.RequestScoped;

/** The whole body of the current request, byte by byte as it came. */
@RequestScoped
public class RequestBody {

    private byte[] bytes = {};

    public byte[] bytes() {
        return bytes;
    }

    void is(byte[] received) {
        bytes = received;
    }
}
