package dev.lectern.chassis.calendar;

import java.time.Duration;

/**
 * A calendar that is published to be fetched again and again, without its entries.
 *
 * @param url where people find it
 * @param refresh how long to wait before asking again (RFC 7986, section 5.7)
 */
public record CalendarFeed(String name, String url, Duration refresh) {}
