package dev.lectern.chassis.turn;

import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/** The turn of the current request. */
@RequestScoped
public class CurrentTurn {

    private final Turn turn;

    CurrentTurn(Lines lines) {
        this.turn = new Turn(lines);
    }

    Turn get() {
        return turn;
    }

    /**
     * Lets others go first while this request waits for something that is not here yet. Not for use inside a
     * transaction.
     *
     * @throws Refused 503 when the turn does not come back
     */
    public <T> T aside(Supplier<T> waiting) {
        return turn.aside(waiting);
    }
}
