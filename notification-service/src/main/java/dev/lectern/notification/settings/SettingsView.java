package dev.lectern.notification.settings;

/** The answer: durations in ISO 8601. */
record SettingsView(
        String quietPeriod,
        String maxDelay,
        String from,
        String replyTo,
        String contact,
        String defaultLanguage,
        int bundleFrom,
        boolean hold,
        int mailsPerHour,
        long revision) {

    static SettingsView of(Settings settings) {
        return new SettingsView(
                settings.quietPeriod().toString(),
                settings.maxDelay().toString(),
                settings.from(),
                settings.replyTo(),
                settings.contact(),
                settings.defaultLanguage(),
                settings.bundleFrom(),
                settings.hold(),
                settings.mailsPerHour(),
                settings.revision());
    }
}
