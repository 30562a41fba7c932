package dev.lectern.schedule.change;

/** An operation that people may ask for in a list. The others have endpoints of their own, or come from the catalog. */
public sealed interface Wish extends Operation
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
