package dev.lectern.stack.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * One message with its content, decoded.
 *
 * @param headers each header's values in the order of the message
 * @param text the first plain text part, or null
 * @param html the first HTML part, or null
 * @param calendars every iCalendar part
 */
record Message(
        @JsonUnwrapped MessageItem item,
        Map<String, List<String>> headers,
        String text,
        String html,
        List<String> calendars) {}
