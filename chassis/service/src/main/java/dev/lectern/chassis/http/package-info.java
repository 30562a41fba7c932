/**
 * How requests are read: strictly, so that a misspelt member or parameter is an error and not a surprise, and with
 * limits. Entity tags and preconditions follow RFC 9110, merge patches RFC 7396. An upgrade of Quarkus REST must leave
 * {@code BodyReading} and {@code Upload} the request context with its read listener, before any other reader of the
 * body ({@code SlowClientsTest}, {@code RequestsTest}), and Quarkus' HTTP server the filters that {@code PathBounds}
 * registers with, before its router.
 */
package dev.lectern.chassis.http;
