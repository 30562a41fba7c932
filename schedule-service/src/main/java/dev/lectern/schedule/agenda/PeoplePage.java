package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.replica.Presenter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** All presenters of an agenda by name, with their talks. */
record PeoplePage(PageFrame frame, List<Person> people) {

    record Person(String name, String affiliation, String address, List<Talk> talks) {}

    record Talk(String title, String address) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(PeoplePage page, PageFrame frame);
    }

    private record Appearance(Presenter presenter, Agenda.Talk talk) {
        UUID id() {
            return presenter.id();
        }
    }

    static PeoplePage of(Agenda agenda, PageFrame frame) {
        var appearances = agenda.talks().stream()
                .flatMap(talk -> talk.presenters().stream().map(presenter -> new Appearance(presenter, talk)))
                .collect(Collectors.groupingBy(Appearance::id));
        var people = appearances.values().stream()
                .collect(Collectors.toMap(
                        each -> person(each, frame),
                        each -> PlainText.bare(each.get(0).presenter().name())));
        return new PeoplePage(
                frame,
                people.keySet().stream()
                        .sorted(Comparator.<Person, String>comparing(people::get)
                                .thenComparing(Person::address))
                        .toList());
    }

    private static Person person(List<Appearance> appearances, PageFrame frame) {
        var presenter = appearances.get(0).presenter();
        return new Person(
                presenter.name(),
                presenter.affiliation(),
                frame.to("presenters/" + presenter.id()),
                appearances.stream()
                        .map(each -> new Talk(
                                each.talk().title(),
                                frame.to("talks/" + each.talk().number())))
                        .toList());
    }
}
