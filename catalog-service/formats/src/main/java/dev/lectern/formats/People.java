package dev.lectern.formats;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who presents a contribution and who wrote it, each in the order of the file. */
public record People(List<ReportedPerson> presenters, List<ReportedPerson> authors, List<ReportedPerson> coAuthors) {

    static People presenting(List<ReportedPerson> presenters) {
        return new People(presenters, List.of(), List.of());
    }

    Stream<ReportedPerson> all() {
        return Stream.of(presenters, authors, coAuthors).flatMap(List::stream);
    }

    People with(UnaryOperator<ReportedPerson> each) {
        return new People(
                presenters.stream().map(each).toList(),
                authors.stream().map(each).toList(),
                coAuthors.stream().map(each).toList());
    }
}
