package dev.lectern.notification.template;

/** A template in a list. */
record TemplateItem(String name, long revision) {

    static TemplateItem of(Template template) {
        return new TemplateItem(template.name(), template.revision());
    }
}
