package dev.lectern.catalog.preview;

import dev.lectern.catalog.contribution.Content;
import dev.lectern.catalog.contribution.ListedPresenter;
import dev.lectern.chassis.http.PageStyle;
import dev.lectern.chassis.text.RichText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A contribution as a page. {@code abstractHtml} is what the agenda has, safe to be put into a page as it is. */
record Preview(String title, List<ListedPresenter> presenters, String abstractHtml) {

    static final PageStyle STYLE = PageStyle.read(Preview.class, "/preview.css");

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preview(Preview page, String style);
    }

    static Preview of(Content content) {
        var subject = content.subject();
        return new Preview(
                subject.title(), ListedPresenter.inOrder(content.presenters()), RichText.html(subject.abstractText()));
    }

    String render() {
        return Templates.preview(this, STYLE.css()).render();
    }
}
