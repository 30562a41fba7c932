package dev.lectern.notification.template;

/** @param source null while the part is as everybody's */
record TemplateView(String name, String source, long revision) {

    static TemplateView of(Template template) {
        return new TemplateView(template.name(), template.source(), template.revision());
    }
}
