package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidiedTest {

    private static ContributionReport report(List<String> tags, List<Link> links) {
        var contribution = new ReportedContribution(
                2,
                null,
                7,
                "Bells",
                "",
                new Classification(null, null, null, null, null, tags),
                null,
                null,
                People.presenting(List.of()),
                links,
                List.of(),
                Placement.NONE);
        return new ContributionReport("Clocks", List.of(contribution), List.of());
    }

    @Test
    void linksToPagesStay() {
        var links = List.of(
                new Link("https://bells.example/a?b=c#d", "Bells"),
                new Link("http://bells.example|x", null),
                new Link("HTTPS://bells.example", null));

        var tidied = Tidied.of(report(List.of(), links), false);

        assertThat(tidied.contributions().get(0).links()).isEqualTo(links);
        assertThat(tidied.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:ada@bells.example",
                "//bells.example",
                "/bells",
                "https://",
                "https:bells",
                "https://bells example",
                ""
            })
    void otherLinksAreReported(String url) {
        var tidied = Tidied.of(report(List.of(), List.of(new Link(url, "Bells"))), false);

        assertThat(tidied.contributions().get(0).links()).isEmpty();
        assertThat(tidied.notUnderstood())
                .containsExactly(new NotUnderstood(7, url, "a link begins with http:// or https://"));
    }

    @Test
    void aTagCountsOnceAndALongOneIsReported() {
        var tidied = Tidied.of(report(List.of("ropes", "bells", "ropes", "x".repeat(51)), List.of()), false);

        assertThat(tidied.contributions().get(0).classification().tags()).containsExactly("ropes", "bells");
        assertThat(tidied.notUnderstood())
                .extracting(NotUnderstood::reason)
                .containsExactly("a tag has at most 50 characters");
    }
}
