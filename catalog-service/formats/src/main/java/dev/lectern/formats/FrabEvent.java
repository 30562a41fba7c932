package dev.lectern.formats;

import java.util.List;

/**
 * An event of a schedule.xml or schedule.json. What it does not say is null; lists are empty then.
 *
 * @param line where it begins in the file, from 1
 * @param minutes of its duration
 * @param startsAt as {@link When} writes it
 */
record FrabEvent(
        int line,
        String guid,
        String id,
        String code,
        String title,
        String subtitle,
        String type,
        String track,
        String abstractText,
        String description,
        Integer minutes,
        List<FrabPerson> persons,
        String room,
        String startsAt) {}
