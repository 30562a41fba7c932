package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailTemplate.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a conference says in its own words in one language; the other parts are as everybody's. */
public final class MailTemplates {

    public static final MailTemplates NONE = new MailTemplates(Map.of());

    private final Map<Part, MailTemplate> parts = new EnumMap<>(Part.class);

    public MailTemplates(Map<Part, MailTemplate> parts) {
        this.parts.putAll(parts);
    }

    Optional<MailTemplate> of(Part part) {
        return Optional.ofNullable(parts.get(part));
    }
}
