package dev.lectern.schedule.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.change.Alteration;
import dev.lectern.schedule.change.BreakAlteration;
import java.util.List;

/** One change with what it altered. */
record ChangeDetails(@JsonUnwrapped ChangeItem change, List<Alteration> changes, List<BreakAlteration> breaks) {}
