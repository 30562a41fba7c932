package dev.lectern.schedule.edit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An operation that people may ask for in a list. The others have endpoints of their own, or come from the catalog. */
@Schema(
        name = "Operation",
        oneOf = {
            Place.class,
            Unschedule.class,
            Swap.class,
            SwapRooms.class,
            Resize.class,
            Shift.class,
            SetBreak.class,
            RemoveBreak.class,
            SetSession.class,
            RemoveSession.class,
            Pin.class,
            Unpin.class,
            Restore.class
        })
public sealed interface RequestedOperation extends Operation
        permits Place,
                Unschedule,
                Swap,
                SwapRooms,
                Resize,
                Shift,
                SetBreak,
                RemoveBreak,
                SetSession,
                RemoveSession,
                Pin,
                Unpin,
                Restore {}
