package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.calendar;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.notice.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplateTest {

    private static final String WHOLE = """
            <!DOCTYPE html>
            <html lang="{language}" dir="{direction}">
            <head><meta charset="UTF-8"><title>{headline}</title><style>{|
            @media (prefers-color-scheme: dark) { body { color: #fff } }
            |}</style></head>
            <body style="text-align:{start}">
            {#if logo}<img src="{logo}" alt="" height="48">{/if}
            <h1 style="color:{colour}">{title}</h1>
            <p>{greeting}</p>
            <p>{#when kind}{#is 'SCHEDULED'}Welcome!{#is in 'CANCELLED' 'REMOVED'}A pity.{#else}{opening}{/when}</p>
            <table>{#for row in rows}<tr><td>{row.label}</td><td>{#if row.old}<s>{row.old}</s> {/if}{row.new}</td></tr>{/for}</table>
            <p>{#for name in presenters}{name}{#if name_hasNext}, {/if}{/for}</p>
            {#if !moved && session}<p>{changes}</p>{/if}
            <p style="white-space:pre-line">{changedBy}
            {comment}</p>
            <a href="{link}">{button}</a><p>{footer}</p>
            </body></html>
            """;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aLoopNeedsNoNameForItsElement() {
        assertThat(MessageTemplate.faults("Yours", "{#each talks}{it.title}{#if it_hasNext}, {/if}{/each}"))
                .isEmpty();
        assertThat(MessageTemplate.faults("Yours", "{#each talks}{it.nothing}{/each}"))
                .hasSize(1);
    }

    @Test
    void aWholeMailCanBeWrittenAnew() {
        assertThat(faults(Part.HTML, WHOLE)).isEmpty();
        var mail = compose(Part.HTML, WHOLE, changed(tenInTheAuditorium(), in("Blue room")));
        assertThat(html(mail))
                .contains("<h1 style=\"color:#1f4f8f\">Dynamics of neural networks</h1>")
                .contains("<td>Room</td><td><s>Auditorium</s> Blue room</td>")
                .contains("Changed by Ada L.\r\nThe projector is broken</p>");
        assertThat(text(mail)).contains("\nRoom: Auditorium → Blue room\n");
        assertThat(calendar(mail)).contains("METHOD:REQUEST");
    }

    @Test
    void partsCanBeWrittenAnewAlone() {
        var request = scheduled(tenInTheAuditorium());
        var greeting = compose(Part.GREETING, "Dear {reader},", request);
        assertThat(text(greeting)).startsWith("Dear Gérard BEN AROUS,\n\nYour talk");
        assertThat(html(greeting)).contains("<p style=\"margin:0 0 12px;\">Dear Gérard BEN AROUS,</p>");
        var closing = compose(Part.CLOSING, "See you there!\n\nThe committee of {conference}", request);
        assertThat(text(closing))
                .contains("\n\nSee you there!\n\nThe committee of At the interface of physics and AI\n\n-- \n");
        assertThat(html(closing)).contains("<div dir=\"auto\">See you there!</div><div dir=\"auto\">&nbsp;</div>");
        assertThat(compose(Part.SUBJECT, "[{conference}] {title}", request).subject())
                .isEqualTo("[At the interface of physics and AI] Dynamics of neural networks");
        assertThat(text(compose(Part.TEXT, "{#for row in rows}\n{row.line}\n{/for}\n", request)))
                .startsWith("Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris)\nRoom: Auditorium\n");
    }

    @Test
    void theWordsAroundAMailAboutSeveralTalksAreTheConferencesToo() {
        var templates = new MailTemplates(Map.of(
                Part.GREETING, MailTemplate.parse(Part.GREETING, "Dear {reader},"),
                Part.CLOSING, MailTemplate.parse(Part.CLOSING, "See you at {conference}!"),
                Part.SUBJECT, MailTemplate.parse(Part.SUBJECT, "{title}"),
                Part.TEXT, MailTemplate.parse(Part.TEXT, "{title}"),
                Part.HTML, MailTemplate.parse(Part.HTML, "{title}")));
        var one = scheduled(tenInTheAuditorium()).with(templates);
        var other = scheduled(withTitle("Chaos")).with(templates);
        var texts = new MailComposer("https://lectern.example", Letters.UNSIGNED, metrics).preview(List.of(one, other));
        assertThat(texts.subject()).contains("2 talks").doesNotContain("Dynamics", "Chaos");
        assertThat(texts.text())
                .startsWith("Dear Gérard BEN AROUS,\n")
                .contains("Dynamics of neural networks", "Chaos")
                .contains("\n\nSee you at At the interface of physics and AI!\n\n-- \n");
        assertThat(texts.html()).contains("Dear Gérard BEN AROUS,", "Chaos", "See you at At the interface");
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"GREETING", "CLOSING"})
    void theyNameNoTalk(Part part) {
        assertThat(faults(part, "About {title}"))
                .containsExactly(Fault.inLine(
                        1, "There is no name \"title\" here, only \"conference\", \"language\" and \"reader\""));
    }

    @Test
    void aSubjectIsOneLineAndShort() {
        var subject = compose(Part.SUBJECT, "{title}\nBcc: eve@evil.example", scheduled(withTitle("a".repeat(2_000))))
                .subject();
        assertThat(subject).hasSize(201).endsWith("…").doesNotContain("\n");
        assertThat(compose(Part.SUBJECT, "A\nBcc: eve@evil.example", scheduled(tenInTheAuditorium()))
                        .subject())
                .isEqualTo("A Bcc: eve@evil.example");
    }

    @Test
    void whatIsWrittenFromRightToLeftStandsForItself() {
        var request = scheduled(withTitle("שלום"));
        assertThat(compose(Part.SUBJECT, "{title}!", request).subject()).isEqualTo("\u2068שלום\u2069!");
        var mail = Letters.request(
                Kind.SCHEDULED, null, tenInTheAuditorium(), new Reader("ליאת", "l@a.example", null), null);
        assertThat(text(compose(Part.GREETING, "Dear {reader}:", mail))).startsWith("Dear \u2068ליאת\u2069:\n");
        assertThat(text(compose(Part.CLOSING, "Bye {reader}.", mail))).contains("\nBye \u2068ליאת\u2069.\n");
        assertThat(html(compose(Part.HTML, "<p>{title}.</p>", request))).contains("\u2068שלום\u2069.");
    }

    @Test
    void noValueIsHtml() {
        var hostile = scheduled(withTitle("<b onclick='x'>\"&</b>"));
        assertThat(html(compose(Part.HTML, "<p title=\"{title}\">{title}</p>", hostile)))
                .contains("<p title=\"&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;&lt;/b&gt;\">&lt;b onclick=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{titles} | There is no name \"titles\" here; did you mean \"title\"?",
                "{#if false}{nonsense}{/if} | There is no name \"nonsense\" here",
                "{#for row in rows}{row.labels}{/for} | There is no member \"labels\" here; did you mean \"label\"?",
                "{#for row in rows}{row}{/for} | \"row\" has members: \"label\", \"line\", \"new\" and \"old\"",
                "{row.label} | There is no name \"row\" here; did you mean \"rows\"?",
                "{title.length} | \"title\" has no members",
                "{title.bytes} | \"title\" has no members",
                "{title.class.name} | \"title\" has no members",
                "{title.toUpperCase()} | \"title.toUpperCase()\" is no name, and nothing else stands here",
                "{title.raw} | \"title\" has no members",
                "{title.safe} | \"title\" has no members",
                "{rows} | \"rows\" is a list: {#for … in rows}",
                "{rows.size} | \"rows\" has no members",
                "{#for i in 1000000000}{i}{/for} | There is no list \"1000000000\" here, only \"presenters\" and \"rows\"",
                "{#each title}{it}{/each} | There is no list \"title\" here, only \"presenters\" and \"rows\"",
                "{#for a in rows}{#for b in rows}x{/for}{/for} | A loop does not stand within another",
                "{inject:settings} | \"inject:settings\" is no name, and nothing else stands here",
            })
    void aNameThatDoesNotExistIsSaidWithItsLine(String wrong, String detail) {
        for (var part : List.of(Part.SUBJECT, Part.TEXT, Part.HTML)) {
            assertThat(faults(part, "Hello\n" + wrong + "\n")).as(part.name()).containsExactly(Fault.inLine(2, detail));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#include layout /}",
                "{#insert /}",
                "{#eval title /}",
                "{#let x=title}{x}{/let}",
                "{#set x=title}{x}{/set}",
                "{#with rows}{size}{/with}",
                "{#cached key='x'}x{/cached}",
                "{#if title}",
                "{/if}",
                "{#nonsense}{/nonsense}",
                "{title",
                "{@java.lang.Runtime x}",
                "{title ?: 'x'}",
                "{title + room}",
                "{title ? 'a' : 'b'}",
                "{#if title.equals('x')}a{/if}",
                "{#when title.class}{#is 'x'}{/when}",
            })
    void whatTemplatesMayNotDoIsRefused(String wrong) {
        for (var part : List.of(Part.SUBJECT, Part.TEXT, Part.HTML)) {
            assertThat(faults(part, "Hello\n" + wrong))
                    .as(part.name())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>x</script> | The element <script> has no place in a mail",
                "<p onclick='x'>x</p> | The attribute onclick has no place in a mail",
                "<img src='https://evil.example/pixel.png'> | Nothing is loaded from the network: an image is the conference's {logo}",
                "<img src='//evil.example/pixel.png'> | Nothing is loaded from the network: an image is the conference's {logo}",
                "<iframe src='cid:x'></iframe> | The element <iframe> has no place in a mail",
                "<form action='x'></form> | The attribute action has no place in a mail",
                "<link rel='stylesheet' href='https://evil.example'> | The element <link> has no place in a mail",
                "<base href='https://evil.example'> | The element <base> has no place in a mail",
                "<meta http-equiv='refresh' content='0;url=x'> | The attribute http-equiv has no place in a mail",
                "<a href='javascript:x'>x</a> | A link begins with http:, https:, mailto:, tel: or #",
                "<a href='{title}'>x</a> | A link begins with http:, https:, mailto:, tel: or #",
                "<a title={title}>x</a> | A value within a tag stands in quotes",
                "<p style='color:{title}'>x</p> | A style loads nothing and escapes nothing: no url(), no @import, no backslash",
                "<p style='background:url(https://evil.example)'>x</p> | A style loads nothing and escapes nothing: no url(), no @import, no backslash",
                "<style>@import 'https://evil.example';</style> | A style loads nothing and escapes nothing: no url(), no @import, no backslash",
                "<style>p { background: u\\rl(https://evil.example) }</style> | A style loads nothing and escapes nothing: no url(), no @import, no backslash",
                "<!--[if mso]><img src='https://evil.example'><![endif]--> | HTML comments can hide what only some programs show; {! … !} is a comment that is not sent",
                "<table background='https://evil.example'></table> | The attribute background has no place in a mail",
                "<svg onload='x'></svg> | The element <svg> has no place in a mail",
            })
    void htmlThatHasNoPlaceInAMailIsRefused(String wrong, String detail) {
        assertThat(faults(Part.HTML, "<p>Hello</p>\n" + wrong)).contains(Fault.inLine(2, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img/src=https://evil.example>",
                "<IMG SRC=https://evil.example>",
                "<img src=&#104;ttps://evil.example>",
                "<img src='https://evil.example'",
                "<img srcset='https://evil.example 2x'>",
                "<body background=//evil.example>",
                "<video poster=//evil.example></video>",
                "<object data=//evil.example></object>",
                "<input type=image src=//evil.example>",
                "<svg><image href=//evil.example /></svg>",
                "<math href='javascript:x'>x</math>",
                "<a href=' javascript:x'>x</a>",
                "<a href='java&#115;cript:x'>x</a>",
                "<a href='data:text/html,x'>x</a>",
                "<a href={| javascript:x |}>x</a>",
                "<p style=background:URL(//evil.example)>x</p>",
                "<p style='background:u&#114;l(//evil.example)'>x</p>",
                "<p/onclick=x>x</p>",
                "<p ONCLICK=x>x</p>",
                "<STYLE>p { background: url(//evil.example) }</STYLE>",
                "<style>p { background: url(//evil.example) }",
                "<![if !mso]><p>x</p><![endif]>",
                "<plaintext>",
                "<noscript><p>x</p></noscript>",
                "<textarea></textarea>",
                "<base target=_blank>",
                "{|<script>|}x{|</script>|}",
                "<{language} href=x>",
            })
    void noDetourLeadsThere(String wrong) {
        assertThat(faults(Part.HTML, "<p>Hello</p>\n" + wrong)).isNotEmpty();
    }

    @Test
    void htmlThatProgramsWouldCutIsRefused() {
        assertThat(faults(Part.HTML, "<p>" + "a".repeat(60_000) + "</p>"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("60000 bytes"));
    }

    /** What takes as long as it likes, or all of the stack, takes nothing. */
    @Test
    void aTemplateThatIsNestedTooDeepIsRefused() {
        assertThat(faults(Part.TEXT, "{#if title}".repeat(25) + "x" + "{/if}".repeat(25)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("nested more than 20 deep"));
        assertThat(faults(Part.TEXT, "{#if title}".repeat(5_000) + "x" + "{/if}".repeat(5_000)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("more than 500 sections"));
        assertThat(faults(Part.TEXT, "{#if title}".repeat(499) + "x" + "{/if}".repeat(499)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"SUBJECT", "TEXT", "HTML"})
    void whatMakesNothingIsRefused(Part part) {
        assertThat(faults(part, "{#if session}Session{/if}"))
                .extracting(Fault::detail)
                .containsExactly("It makes nothing at all");
    }

    @Test
    void aMailIsNeverLostByATemplate() {
        var request = changed(tenInTheAuditorium(), in("Blue room"));
        var mail = compose(Part.TEXT, "{#if kind != 'CHANGED'}x{/if}", request);
        assertThat(text(mail)).startsWith("Hello Gérard BEN AROUS,");
        assertThat(metrics.get("lectern.templates.failed")
                        .tag("part", "text")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** Were the check of names ever passed by, there is nothing behind it either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{title.raw}",
                "{title.safe}",
                "{title.class}",
                "{title.length}",
                "{title.bytes}",
                "{rows.size}",
                "{rows.get(0)}",
                "{title.toUpperCase()}",
                "{config:title}",
                "{nonsense}",
            })
    void whatIsNotANameIsNotRenderedEither(String wrong) {
        for (var part : List.of(Part.TEXT, Part.HTML)) {
            assertThatThrownBy(() -> MailTemplate.parse(part, "x" + wrong)
                            .render(new Letter(scheduled(tenInTheAuditorium()), "https://lectern.example")))
                    .as(part.name())
                    .isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void whatGrowsBeyondAllBoundsIsNotSent() {
        var request = scheduled(withTitle("a".repeat(2_000)));
        assertThat(text(compose(Part.TEXT, "{title}".repeat(1_000), request))).startsWith("Hello");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void eachNameCanBeSaid(Part part) {
        for (var name : Vocabulary.names(part)) {
            var source = Vocabulary.LISTS.containsKey(name)
                    ? "x{#for each in " + name + "}{each_count}{/for}"
                    : "x{#if " + name + "}{" + name + "}{/if}";
            assertThat(faults(part, source)).as(name).isEmpty();
        }
    }

    private static List<Fault> faults(Part part, String source) {
        return MailTemplate.faults(part, source, Language.all());
    }

    private ComposedMail compose(Part part, String source, MailRequest request) {
        var templates = new MailTemplates(Map.of(part, MailTemplate.parse(part, source)));
        return new MailComposer("https://lectern.example", Letters.UNSIGNED, metrics)
                .compose(List.of(request.with(templates)));
    }
}
