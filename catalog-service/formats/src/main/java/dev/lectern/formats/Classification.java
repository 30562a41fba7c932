package dev.lectern.formats;

import java.util.List;

/**
 * Where a contribution belongs; what the file does not say is null, and without tags the list is empty.
 *
 * @param code that organisers gave it
 * @param session of the timetable that it is part of
 * @param language as the file says it: a tag, a name
 */
public record Classification(
        String code, String type, String track, String session, String language, List<String> tags) {}
