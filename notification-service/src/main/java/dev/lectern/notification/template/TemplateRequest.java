package dev.lectern.notification.template;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.text.Lines;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A template as its organisers wrote it. */
@JsonIgnoreProperties({"name", "revision"})
record TemplateRequest(
        @Lines
        @NotNull(message = "A template in Qute; DELETE takes one back")
        @Size(max = MAX, message = "At most " + MAX + " characters")
        String source) {

    private static final int MAX = 65_536;
}
