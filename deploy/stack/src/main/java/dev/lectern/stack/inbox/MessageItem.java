package dev.lectern.stack.inbox;

import java.util.List;

/**
 * One message of the list.
 *
 * @param id counts up in the order of arrival
 * @param from the address of the header {@code From}
 * @param to the addresses of the SMTP envelope
 * @param date the header {@code Date} in UTC, or the time of arrival where there is none
 */
record MessageItem(String id, String messageId, String from, List<String> to, String subject, String date) {

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }
}
