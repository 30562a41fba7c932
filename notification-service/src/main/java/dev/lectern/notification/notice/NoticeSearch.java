package dev.lectern.notification.notice;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.replica.FormerPresenter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which notices a caller asks for; null is any. {@code contribution} is a number, {@code session} an id. */
record NoticeSearch(NoticeState state, UUID presenter, Integer contribution, UUID session) {

    static NoticeSearch of(String state, UUID presenter, Integer contribution, UUID session) {
        return new NoticeSearch(state == null ? null : state(state), presenter, contribution, session);
    }

    /** The newest first, from below the position. */
    List<Notice> below(long seq, UUID conference, int limit) {
        var query = new StringBuilder("about.conferenceId = :conference and seq < :seq");
        var parameters = new HashMap<String, Object>(Map.of("conference", conference, "seq", seq));
        narrow("state", state, query, parameters);
        narrowToOneOf(
                "about.presenterId", presenter == null ? null : FormerPresenter.idsOf(presenter), query, parameters);
        narrow("about.appearanceNumber", contribution, query, parameters);
        narrow("about.appearanceId", session, query, parameters);
        return Notice.<Notice>find(query.append(" order by seq desc").toString(), parameters)
                .page(0, limit)
                .list();
    }

    private static void narrow(String member, Object value, StringBuilder query, Map<String, Object> parameters) {
        if (value != null) {
            var name = member.replace('.', '_');
            query.append(" and ").append(member).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private static void narrowToOneOf(
            String member, Collection<?> values, StringBuilder query, Map<String, Object> parameters) {
        if (values != null) {
            query.append(" and ").append(member).append(" in :any");
            parameters.put("any", values);
        }
    }

    private static NoticeState state(String text) {
        return Arrays.stream(NoticeState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid(Fault.inParameter("state", "One of " + Arrays.toString(NoticeState.values()))));
    }
}
