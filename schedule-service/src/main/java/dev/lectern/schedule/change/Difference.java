package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.Alteration;
import dev.lectern.schedule.edit.BreakAlteration;
import dev.lectern.schedule.edit.SessionAlteration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is different between two versions: before is how it was at {@code from}, after how it was at {@code to}. */
@Schema(name = "ScheduleDifference")
record Difference(
        long from, long to, List<Alteration> changes, List<BreakAlteration> breaks, List<SessionAlteration> sessions) {}
