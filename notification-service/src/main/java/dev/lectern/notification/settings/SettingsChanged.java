package dev.lectern.notification.settings;

import java.util.UUID;

/** Fired in the transaction that changes how the notices of a conference are sent. */
public record SettingsChanged(UUID conference) {}
