package dev.lectern.notification.briefing;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.Lines;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.notice.Kind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Which mail is to be shown: one about what a notice is about, or an example.
 *
 * @param kind of an example; null for CHANGED
 * @param session whether an example is about a session; null for a talk
 * @param language null for that of the reader, or for the conference's own
 * @param sources templates to be tried in the place of saved ones, by name; null for none
 */
record PreviewRequest(
        UUID notice,
        Kind kind,
        Boolean session,
        String language,

        @Lines @Size(max = 25, message = "At most 25 templates")
        Map<
                        String,
                        @NotNull(message = "A template in Qute")
                        @Size(max = 65_536, message = "At most 65536 characters") String>
                sources) {

    /** @return this, when it makes sense */
    PreviewRequest checked() {
        if (notice != null && (kind != null || session != null)) {
            throw Refused.invalid(Fault.at("/notice", "Either a notice, or the kind of an example"));
        }
        if (kind != null && !kind.isOfAppearance()) {
            throw Refused.invalid(Fault.at("/kind", "One of " + Kind.ofAppearances()));
        }
        if (language != null && Language.tagged(language).isEmpty()) {
            throw Refused.invalid(Fault.at("/language", "One of " + String.join(", ", Language.tags())));
        }
        return this;
    }

    Kind exampleKind() {
        return Objects.requireNonNullElse(kind, Kind.CHANGED);
    }

    boolean aboutSession() {
        return Boolean.TRUE.equals(session);
    }

    Map<String, String> tried() {
        return Objects.requireNonNullElse(sources, Map.of());
    }
}
