/**
 * The very first start: what the topics hold by then counts as told, so that a new deployment mails nobody about the
 * past.
 */
package dev.lectern.notification.baseline;
