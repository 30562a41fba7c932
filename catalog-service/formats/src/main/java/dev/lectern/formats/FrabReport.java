package dev.lectern.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a schedule of frab's kind says of contributions. Each is told by its guid, where no other event has that too, else by its id, its code or
 * its title. The id is also its number, where that is free.
 */
final class FrabReport {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** What events could be told by, the best first. */
    private static final List<Function<FrabEvent, String>> NAMES = List.of(
            FrabEvent::guid,
            FrabEvent::id,
            FrabEvent::code,
            event -> event.title() == null ? null : TitleAsId.of(event.title()));

    private final FrabSchedule schedule;
    private final List<Set<String>> shared;
    private final Set<String> taken = new HashSet<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private FrabReport(FrabSchedule schedule) {
        this.schedule = schedule;
        notUnderstood.addAll(schedule.notUnderstood());
        this.shared = NAMES.stream().map(name -> shared(schedule, name)).toList();
    }

    private static Set<String> shared(FrabSchedule schedule, Function<FrabEvent, String> name) {
        var seen = new HashSet<String>();
        return schedule.events().stream()
                .map(name)
                .filter(value -> value != null && !seen.add(value))
                .collect(Collectors.toSet());
    }

    /** @throws InvalidReport if it has no events, or none that can be used */
    static ContributionReport of(FrabSchedule schedule) {
        if (schedule.events().isEmpty()) {
            throw new InvalidReport(1, "A schedule without events");
        }
        return new FrabReport(schedule).read();
    }

    private ContributionReport read() {
        var contributions = schedule.events().stream()
                .flatMap(event -> contribution(event).stream())
                .toList();
        if (contributions.isEmpty()) {
            var last = notUnderstood.get(notUnderstood.size() - 1);
            throw new InvalidReport(last.line(), "No event can be used; the last is " + last.reason());
        }
        return new ContributionReport(schedule.title(), contributions, List.copyOf(notUnderstood), schedule.timeZone());
    }

    private List<ReportedContribution> contribution(FrabEvent event) {
        if (event.title() == null) {
            note(event, "an event without a title");
            return List.of();
        }
        if (StateWord.isOfNone(event.state())) {
            note(event, "an event that is " + event.state());
            return List.of();
        }
        var id = externalId(event);
        if (id == null) {
            return List.of();
        }
        event.remarks().forEach(remark -> note(event, remark));
        return List.of(new ReportedContribution(
                number(event),
                id,
                event.line(),
                event.column(),
                event.title(),
                text(event),
                event.classification(),
                event.minutes(),
                state(event),
                People.presenting(event.persons()),
                event.links(),
                event.customFields(),
                event.placement()));
    }

    private String state(FrabEvent event) {
        var state = StateWord.state(event.state());
        if (state == null && event.state() != null) {
            note(event, "not a state that is known: " + event.state());
        }
        return state;
    }

    private String externalId(FrabEvent event) {
        for (var i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i).apply(event);
            if (name != null && !shared.get(i).contains(name) && taken.add(name)) {
                if (i == NAMES.size() - 1) {
                    note(event, "told from the others by its title alone");
                }
                return name;
            }
        }
        note(event, "cannot be told from the others: no guid, id, code or title of its own");
        return null;
    }

    private static Integer number(FrabEvent event) {
        return event.id() != null && NUMBER.matcher(event.id()).matches() ? Integer.valueOf(event.id()) : null;
    }

    /** The subtitle, the abstract and the description, each where it says something of its own. */
    private static String text(FrabEvent event) {
        return Stream.of(
                        event.subtitle() == null ? null : "*" + event.subtitle().replace("*", "\\*") + "*",
                        event.abstractText(),
                        Objects.equals(event.description(), event.abstractText()) ? null : event.description())
                .filter(Objects::nonNull)
                .map(HtmlText::markdown)
                .collect(Collectors.joining("\n\n"));
    }

    private void note(FrabEvent event, String reason) {
        notUnderstood.add(NotUnderstood.at(event, reason));
    }
}
