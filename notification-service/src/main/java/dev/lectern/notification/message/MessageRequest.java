package dev.lectern.notification.message;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.Lines;
import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.mail.MessageTemplate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A message of organisers. Subject and text name facts of each reader, in Qute. */
record MessageRequest(
        @NotBlank @Size(max = LONGEST_SUBJECT) String subject,

        @Lines @NotBlank @Size(max = LONGEST_TEXT) String text,
        @NotNull @Valid To to) {

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 10_000;

    /** @throws Refused 422 {@code invalid-template} with all that is wrong */
    MessageTemplate template() {
        var faults = MessageTemplate.faults(subject, text);
        if (!faults.isEmpty()) {
            throw new Refused(
                    NotificationRefusal.INVALID_TEMPLATE, faults.get(0).detail(), faults);
        }
        return MessageTemplate.parse(subject, text);
    }
}
