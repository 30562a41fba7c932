package dev.lectern.notification.notice;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that releases notices with a note to their readers: their mails are to be made anew with it.
 *
 * @param notices locked, about no talk or session
 */
public record NoteAdded(UUID conference, List<Notice> notices, String note) {}
