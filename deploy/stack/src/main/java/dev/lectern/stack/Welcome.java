package dev.lectern.stack;

import static java.util.stream.Collectors.joining;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.data.Tokens.Group;
import dev.lectern.stack.demo.Demo;
import dev.lectern.stack.service.Replica;
import java.time.LocalDate;

/** The first things that a person sees: in the terminal when the stack is ready, and at the gateway's root. */
final class Welcome {

    static final String ORGANISER = "organiser@lectern.example";
    static final String ADMIN = "admin@lectern.example";

    private Welcome() {}

    static String block(DataDirectory data, Ports ports) {
        var demo = Demo.firstDay(data);
        return """

                Lectern is ready.
                  API, agenda   %s
                  Inbox         %s   (SMTP %s)
                  Management    %s   (health and metrics of %s)
                  Data          %s%s

                An organiser's token, valid for 30 days, and a command to try:
                  TOKEN=%s
                %s
                """.formatted(
                        ports.url(Port.GATEWAY),
                        ports.url(Port.INBOX),
                        ports.address(Port.SMTP),
                        Stack.replicas(ports).stream()
                                .map(replica -> ports.url(replica.management()))
                                .collect(joining(", ")),
                        Stack.replicas(ports).stream().map(Replica::name).collect(joining(", ")),
                        data.root(),
                        demo.map(day -> "\n  Demo          " + Demo.url(ports)).orElse(""),
                        token(data),
                        demo.map(day -> moveOfTalk(ports, day)).orElseGet(() -> listOfConferences(ports)));
    }

    static String token(DataDirectory data) {
        return new Tokens(data).sign(ORGANISER, Group.ORGANISER);
    }

    /** A move, for that is what Lectern is about: its mail is in the inbox two seconds later. */
    private static String moveOfTalk(Ports ports, LocalDate day) {
        return """
                  curl -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                    -d '{"room":"blue","startsAt":"%sT16:00","comment":"More light"}' \\
                    %s/schedule/conferences/demo/slots/3""".formatted(day, ports.url(Port.GATEWAY)).indent(2).stripTrailing();
    }

    private static String listOfConferences(Ports ports) {
        return "  curl -H \"Authorization: Bearer $TOKEN\" " + ports.url(Port.GATEWAY) + "/catalog/conferences";
    }

    static String page(Ports ports) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Lectern</title>
                <h1>Lectern</h1>
                <ul>
                  <li><a href="/agenda">Agendas</a> of the published conferences
                  <li><a href="%s">Inbox</a> of all mail that this stack sends
                  <li><a href="/openapi/ui">API</a>, to browse and to try; <a href="/openapi">the document</a>
                </ul>
                """.formatted(ports.url(Port.INBOX));
    }
}
