/** Whom the mail servers that this service connects to have to be. */
package dev.lectern.notification.tls;
