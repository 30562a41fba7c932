package dev.lectern.stack;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.data.Tokens.Group;

/** The first things that a person sees: in the terminal when the stack is ready, and at the gateway's root. */
final class Welcome {

    static final String ORGANISER = "organiser@lectern.example";
    static final String ADMIN = "admin@lectern.example";

    private Welcome() {}

    static String block(DataDirectory data, Ports ports) {
        return """

                Lectern is ready.
                  API, agenda   %s
                  Inbox         %s   (SMTP %s)
                  Data          %s

                An organiser's token, valid for 30 days, and a command to try:
                  TOKEN=%s
                  curl -H "Authorization: Bearer $TOKEN" %s/catalog/conferences
                """.formatted(
                        ports.url(Port.GATEWAY),
                        ports.url(Port.INBOX),
                        ports.address(Port.SMTP),
                        data.root(),
                        new Tokens(data).sign(ORGANISER, Group.ORGANISER),
                        ports.url(Port.GATEWAY));
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
                </ul>
                """.formatted(ports.url(Port.INBOX));
    }
}
