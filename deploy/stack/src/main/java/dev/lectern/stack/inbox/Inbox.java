package dev.lectern.stack.inbox;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.Component;
import dev.lectern.stack.web.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server and its page. No mail ever leaves this machine. */
public final class Inbox implements Component {

    private static final Logger LOG = Logger.getLogger(Inbox.class.getName());

    private final Vertx vertx;
    private final DataDirectory data;
    private final Ports ports;
    private SMTPServer smtp;
    private HttpServer page;

    public Inbox(Vertx vertx, DataDirectory data, Ports ports) {
        this.vertx = vertx;
        this.data = data;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String address() {
        return ports.url(Port.INBOX) + ", SMTP " + ports.address(Port.SMTP);
    }

    @Override
    public void start() throws Exception {
        var news = new News();
        var mailbox = new Mailbox(data.file("inbox"), news::tell);
        smtp = SMTPServer.port(ports.of(Port.SMTP))
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(context -> new Delivery(mailbox))
                // The bytes are kept as they were sent.
                .insertReceivedHeaders(false)
                .maxMessageSize(Delivery.MAX_BYTES)
                .build();
        smtp.start();
        page = vertx.createHttpServer()
                .requestHandler(router(mailbox, news))
                .listen(ports.of(Port.INBOX), Ports.HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private Router router(Mailbox mailbox, News news) {
        var router = Router.router(vertx);
        router.route().handler(request -> {
            request.response().putHeader("X-Content-Type-Options", "nosniff").putHeader("Cache-Control", "no-store");
            request.next();
        });
        new InboxApi(mailbox).routes(router);
        new InboxPages(mailbox, news).routes(router);
        router.errorHandler(404, refusal(Problem.notFound("There is no such message")));
        router.errorHandler(405, refusal(Problem.methodNotAllowed("Messages can be read, or all deleted")));
        router.errorHandler(500, request -> {
            LOG.log(Level.SEVERE, "the inbox cannot answer " + request.normalizedPath(), request.failure());
            Problem.internalError().send(request.response());
        });
        return router;
    }

    private static Handler<RoutingContext> refusal(Problem problem) {
        return request -> problem.send(request.response());
    }

    @Override
    public void stop() throws ExecutionException, InterruptedException {
        if (smtp != null) {
            smtp.stop();
        }
        if (page != null) {
            page.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
