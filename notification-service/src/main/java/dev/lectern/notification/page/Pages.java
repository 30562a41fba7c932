package dev.lectern.notification.page;

import dev.lectern.chassis.http.PageStyle;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.Wording;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.ZoneId;

/** Answers with pages that are for one reader, and in nobody's cache or index. */
@ApplicationScoped
class Pages {

    private static final PageStyle STYLE = PageStyle.read(Pages.class, "/presenter.css");

    private final Template gone;

    Pages(@Location("presenter-gone.html") Template gone) {
        this.gone = gone;
    }

    Response page(ResponseBuilder answer, Template template, Object page) {
        return html(answer, template.data("page", page, "style", STYLE.css()).render());
    }

    /** The same whatever is wrong with the link. */
    Response gone() {
        var wording = new Wording(Language.ENGLISH, ZoneId.of("UTC"));
        return html(
                Response.status(Response.Status.NOT_FOUND),
                gone.data("wording", wording, "style", STYLE.css()).render());
    }

    private static Response html(ResponseBuilder answer, String page) {
        return plain(answer.entity(page).type(MediaType.TEXT_HTML + "; charset=UTF-8"))
                .header("Content-Security-Policy", STYLE.policy().replace("form-action 'none'", "form-action 'self'"))
                .build();
    }

    static ResponseBuilder plain(ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("X-Content-Type-Options", "nosniff");
    }
}
