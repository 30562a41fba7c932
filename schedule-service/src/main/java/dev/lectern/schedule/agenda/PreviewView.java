package dev.lectern.schedule.agenda;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an agenda can be seen by those who have the address, and until when. */
@Schema(name = "Preview")
record PreviewView(String url, Instant expiresAt) {}
