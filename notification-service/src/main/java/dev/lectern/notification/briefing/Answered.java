package dev.lectern.notification.briefing;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.util.Arrays;

/** Which briefings a caller asks for, by what their readers said of what they were told last. */
enum Answered {
    ANY("true"),
    SEEN(answeredLast() + " and answer.kind = SEEN"),
    DECLINED(answeredLast() + " and answer.kind = DECLINED"),
    /** They were told, and have said nothing of it. */
    NONE("told is not null and (answer.sequence is null or answer.sequence <> sequence)");

    private final String condition;

    Answered(String condition) {
        this.condition = condition;
    }

    private static String answeredLast() {
        return "answer.sequence = sequence";
    }

    static Answered of(String text) {
        if (text == null) {
            return ANY;
        }
        return Arrays.stream(values())
                .filter(wish -> wish != ANY && wish.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Fault.inParameter("answer", "SEEN, DECLINED or NONE")));
    }

    /** In the query language, about a briefing. */
    String condition() {
        return condition;
    }
}
