/** Has everything announced again that this service has told others. */
package dev.lectern.notification.republication;
