package dev.lectern.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a schedule of frab's kind says of contributions. Each is told by its guid, where no other event has that too,
 * else by its id, its code or its title; what has all of them in common happens several times. The id is also its
 * number, where that is free.
 */
final class FrabReport {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** What events could be told by, the best first; the title is the last resort. */
    private static final List<Function<FrabEvent, String>> NAMES = List.of(
            FrabEvent::guid,
            FrabEvent::id,
            FrabEvent::code,
            event -> event.title() == null ? null : TitleAsId.of(event.title()));

    private final FrabSchedule schedule;
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private FrabReport(FrabSchedule schedule) {
        this.schedule = schedule;
        notUnderstood.addAll(schedule.notUnderstood());
    }

    /** @throws InvalidReport if it has no events, or none that can be used */
    static ContributionReport of(FrabSchedule schedule) {
        if (schedule.events().isEmpty()) {
            throw new InvalidReport(1, "A schedule without events");
        }
        return new FrabReport(schedule).read();
    }

    private ContributionReport read() {
        var usable = schedule.events().stream()
                .filter(event -> objection(event).isEmpty())
                .toList();
        var names = Names.of(usable.stream().map(FrabReport::entry).toList()).iterator();
        var contributions = new ArrayList<ReportedContribution>();
        for (var event : schedule.events()) {
            objection(event)
                    .ifPresentOrElse(reason -> note(event, reason), () -> add(event, names.next(), contributions));
        }
        if (contributions.isEmpty()) {
            var last = notUnderstood.get(notUnderstood.size() - 1);
            throw new InvalidReport(last.line(), "No event can be used; the last is " + last.reason());
        }
        return new ContributionReport(
                schedule.title(), contributions, List.copyOf(notUnderstood), schedule.timeZone(), schedule.source());
    }

    private static Names.Entry entry(FrabEvent event) {
        var identifiers = NAMES.stream().map(name -> name.apply(event)).toArray(String[]::new);
        return new Names.Entry(Arrays.asList(identifiers), event.title(), event.placement());
    }

    private static Optional<String> objection(FrabEvent event) {
        if (event.title() == null) {
            return Optional.of("an event without a title");
        }
        return StateWord.isOfNone(event.state()) ? Optional.of("an event that is " + event.state()) : Optional.empty();
    }

    private void add(FrabEvent event, Names.Name name, List<ReportedContribution> contributions) {
        if (name.id() == null) {
            note(event, "left out: another entry has its guid, id, code and title, and its time and place");
            return;
        }
        if (name.occurrence() > 1) {
            note(
                    event,
                    "happens several times in the file; this is number " + name.occurrence() + " in the order of time");
        } else if (name.kind() == NAMES.size() - 1) {
            note(event, "told from the others by its title alone");
        }
        event.remarks().forEach(remark -> note(event, remark));
        contributions.add(contribution(event, name));
    }

    private ReportedContribution contribution(FrabEvent event, Names.Name name) {
        return new ReportedContribution(
                number(event),
                name.id(),
                event.line(),
                event.column(),
                event.title(),
                schedule.isOurs() ? event.texts().asWritten() : event.texts().markdown(),
                event.classification(),
                event.minutes(),
                state(event),
                People.presenting(event.persons()),
                schedule.isOurs()
                        ? event.links().stream().map(Link::withoutItselfAsTitle).toList()
                        : event.links(),
                event.customFields(),
                event.placement(),
                name.others());
    }

    private String state(FrabEvent event) {
        var state = StateWord.state(event.state());
        if (state == null && event.state() != null) {
            note(event, "not a state that is known: " + event.state());
        }
        return state;
    }

    private static Integer number(FrabEvent event) {
        return event.id() != null && NUMBER.matcher(event.id()).matches() ? Integer.valueOf(event.id()) : null;
    }

    private void note(FrabEvent event, String reason) {
        notUnderstood.add(NotUnderstood.at(event, reason));
    }
}
